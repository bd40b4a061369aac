import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "../../design/buttons/IconButton";

type MoveButtonsProps = {
  words: { up: string; down: string; out: string };
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onOut?: (() => void) | undefined;
};

/** Puts one of a row further up or down, or takes it out. */
export function MoveButtons({ words, isFirst, isLast, onMove, onOut }: MoveButtonsProps) {
  const { box, remember } = useFocusKept(isFirst, isLast);
  const move = (by: -1 | 1) => {
    remember();
    onMove(by);
  };
  return (
    <span ref={box}>
      <IconButton label={words.up} icon={ArrowUp} isDisabled={isFirst} onPress={() => move(-1)} />
      <IconButton label={words.down} icon={ArrowDown} isDisabled={isLast} onPress={() => move(1)} />
      {onOut ? <IconButton label={words.out} icon={X} onPress={onOut} /> : null}
    </span>
  );
}

/** At an end of the row the button that was pressed can do no more: the other one takes focus. */
function useFocusKept(isFirst: boolean, isLast: boolean) {
  const box = useRef<HTMLSpanElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!wasPressed.current || (!isFirst && !isLast)) return;
    wasPressed.current = false;
    box.current?.querySelector<HTMLButtonElement>("button:enabled")?.focus();
  }, [isFirst, isLast]);
  const remember = () => {
    wasPressed.current = true;
  };
  return { box, remember };
}

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
  const box = useFocusKept(isFirst, isLast);
  return (
    <span ref={box}>
      <IconButton label={words.up} icon={ArrowUp} isDisabled={isFirst} onPress={() => onMove(-1)} />
      <IconButton
        label={words.down}
        icon={ArrowDown}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      {onOut ? <IconButton label={words.out} icon={X} onPress={onOut} /> : null}
    </span>
  );
}

/** At an end of the row the button that was pressed can do no more: the other one takes focus. */
function useFocusKept(isFirst: boolean, isLast: boolean) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isFirst && !isLast) return;
    const focused = document.activeElement;
    if (!(focused instanceof HTMLButtonElement) || !focused.disabled) return;
    if (box.current?.contains(focused)) {
      box.current.querySelector<HTMLButtonElement>("button:enabled")?.focus();
    }
  }, [isFirst, isLast]);
  return box;
}

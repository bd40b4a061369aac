import { ArrowDown, ArrowUp, X } from "lucide-react";
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
  return (
    <>
      <IconButton label={words.up} icon={ArrowUp} isDisabled={isFirst} onPress={() => onMove(-1)} />
      <IconButton
        label={words.down}
        icon={ArrowDown}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      {onOut ? <IconButton label={words.out} icon={X} onPress={onOut} /> : null}
    </>
  );
}

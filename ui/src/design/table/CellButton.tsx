import type { KeyboardEvent, ReactNode } from "react";
import styles from "./Table.module.css";

export type CellButtonProps = {
  /** What pressing does: "Show only cases of 4 West". */
  label: string;
  onPress: () => void;
  children: ReactNode;
};

/**
 * A value in a table that filters by itself. The browser's own button: a page of the list has a
 * hundred of them, and each must be there by the next frame. Arrow keys lead to it, not Tab.
 */
export function CellButton({ label, onPress, children }: CellButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.value}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** Whether a press was meant for something in a row, and not for the row. */
export function isOfItsOwn(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, input") !== null;
}

/** A plain Enter or Space, not one that is held down. */
export function isPlainPress({ key, repeat, ...held }: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = held;
  return (key === "Enter" || key === " ") && !repeat && !(ctrlKey || metaKey || altKey || shiftKey);
}

import { Fragment } from "react";
import { keysInWords } from "../keys";
import styles from "./Kbd.module.css";

export type KbdProps = {
  /** As a shortcut is written: "Mod+K", "G C", "Enter". */
  keys: string;
};

export function Kbd({ keys }: KbdProps) {
  return (
    <kbd className={styles.keys}>
      {keysInWords(keys).map((cap, place) => (
        // The same cap can come twice ("G G"), so its place is part of what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: caps never move or change.
        <Fragment key={`${place}${cap}`}>
          {place > 0 ? " " : null}
          <span className={styles.cap}>{cap}</span>
        </Fragment>
      ))}
    </kbd>
  );
}

import { classes } from "../given";
import styles from "./Counter.module.css";
import { isNearLimit, isOverLimit, roomLeft } from "./room";

export type Limited = {
  /** How many characters may be saved. More can be typed or pasted; nothing is ever cut. */
  limit?: number | undefined;
  /** Says how many are left; a negative number is how many there are too many. */
  limitWords?: ((left: number) => string) | undefined;
};

type CounterProps = Limited & {
  value: string;
  /** Why the last paste was refused. */
  refused: string | null;
};

/** How much room is left, said only when it begins to matter, and why a paste was refused. */
export function Counter({ value, limit, limitWords, refused }: CounterProps) {
  if (refused !== null) {
    return (
      <p className={classes(styles.counter, styles.over)} role="alert">
        {refused}
      </p>
    );
  }
  if (limit === undefined || limitWords === undefined) return null;
  return (
    <p className={classes(styles.counter, isOverLimit(value, limit) && styles.over)} role="status">
      {isNearLimit(value, limit) ? limitWords(roomLeft(value, limit)) : ""}
    </p>
  );
}

import { classes } from "../given";
import styles from "./Counter.module.css";

export type Limited = {
  /** How many characters may be saved. More can be typed or pasted; nothing is ever cut. */
  limit?: number | undefined;
  /** Says how many are left; a negative number is how many there are too many. */
  limitWords?: ((left: number) => string) | undefined;
};

const NEAR = 0.8;

/** How much room is left, said only when it begins to matter. */
export function Counter({ value, limit, limitWords }: Limited & { value: string }) {
  if (limit === undefined || limitWords === undefined) return null;
  const left = limit - [...value].length;
  const isNear = left <= limit * (1 - NEAR);
  return (
    <p className={classes(styles.counter, left < 0 && styles.over)} role="status">
      {isNear ? limitWords(left) : ""}
    </p>
  );
}

import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Facts.module.css";

export type Fact = { term: string; value: ReactNode };

export type FactsProps = {
  rows: readonly Fact[];
  /** `side`: term, then value. `split`: value at the far edge, ruled. `stacked`: value under term. */
  layout?: "side" | "stacked" | "split" | undefined;
};

export function Facts({ rows, layout = "side" }: FactsProps) {
  return (
    <dl className={classes(styles.facts, styles[layout])}>
      {rows.map(({ term, value }) => (
        <div key={term} className={styles.row}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

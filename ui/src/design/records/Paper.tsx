import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Paper.module.css";

export type PaperProps = {
  size: "letter" | "a4";
  /** Names the sheet for those who listen: "Preview of the case summary". */
  label: string;
  isLargePrint?: boolean | undefined;
  children: ReactNode;
};

/** A document as it will be on paper: ink on white in every theme. */
export function Paper({ size, label, isLargePrint = false, children }: PaperProps) {
  return (
    <div className={styles.desk}>
      <article
        className={classes(styles.sheet, styles[size], isLargePrint && styles.large)}
        aria-label={label}
      >
        {children}
      </article>
    </div>
  );
}

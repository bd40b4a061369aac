import type { ReactNode } from "react";
import { classes } from "../../../../design/given";
import styles from "./Parts.module.css";

type PartRowProps = {
  /** Its place on the page, where a badge elsewhere may lead to it. */
  at?: string | undefined;
  isPointedAt?: boolean | undefined;
  /** What it is called; a switch names itself. */
  name: ReactNode;
  standing?: ReactNode;
  children?: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
};

/** One thing that the office settles: what it is, how it stands, and what can be done with it. */
export function PartRow(props: PartRowProps) {
  const { at, isPointedAt = false, name, standing, children, actions } = props;
  return (
    <li
      className={classes(styles.row, isPointedAt && styles.pointedAt)}
      data-at={at}
      aria-current={isPointedAt || undefined}
      tabIndex={isPointedAt ? -1 : undefined}
    >
      <div className={styles.what}>
        <div className={styles.head}>
          <span className={styles.name}>{name}</span>
          {standing}
        </div>
        {children}
      </div>
      {actions ? <div className={styles.side}>{actions}</div> : null}
    </li>
  );
}

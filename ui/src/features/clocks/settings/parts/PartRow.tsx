import type { ReactNode } from "react";
import styles from "./Parts.module.css";

type PartRowProps = {
  /** What it is called; a switch names itself. */
  name: ReactNode;
  standing?: ReactNode;
  children?: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
};

/** One thing that the office settles: what it is, how it stands, and what can be done with it. */
export function PartRow({ name, standing, children, actions }: PartRowProps) {
  return (
    <li className={styles.row}>
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

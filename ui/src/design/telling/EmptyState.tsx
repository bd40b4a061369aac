import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export type EmptyStateProps = {
  /** One sentence. */
  sentence: string;
  detail?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
};

export function EmptyState({ sentence, detail, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.sentence}>{sentence}</p>
      {detail ? <div className={styles.detail}>{detail}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

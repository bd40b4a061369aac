import { type ReactNode, useId } from "react";
import styles from "./Section.module.css";

export type SectionProps = {
  title: string;
  /** Already in words: "3", "1,000+". */
  count?: string | undefined;
  action?: ReactNode;
  level?: 2 | 3 | undefined;
  children: ReactNode;
};

export function Section({ title, count, action, level = 2, children }: SectionProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
          {count === undefined ? null : <span className={styles.count}> {count}</span>}
        </Heading>
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
      {children}
    </section>
  );
}

import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

type PartProps = { title: string; action?: ReactNode; children: ReactNode };

/** One part of the panel, under a heading quieter than the panel's own. */
export function Part({ title, action, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

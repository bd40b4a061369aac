import { type ReactNode, useId } from "react";
import { classes } from "../given";
import { VisuallyHidden } from "../marks/VisuallyHidden";
import styles from "./Timeline.module.css";

export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.timeline} aria-labelledby={id}>
      <h2 id={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </h2>
      {children}
    </section>
  );
}

export type TimelineDayProps = {
  /** "Tuesday, March 10". */
  heading: string;
  children: ReactNode;
};

export function TimelineDay({ heading, children }: TimelineDayProps) {
  return (
    <div className={styles.day}>
      <h3 className={styles.heading}>{heading}</h3>
      <ol>{children}</ol>
    </div>
  );
}

export type TimelineRowProps = {
  time: string;
  title: ReactNode;
  /** Chips after the title. */
  marks?: ReactNode;
  /** At the far edge of the title: a menu. */
  aside?: ReactNode;
  children?: ReactNode;
  /** Under the text: earlier versions, who wrote it. */
  footer?: ReactNode;
  id?: string | undefined;
  /** A link led here: it is marked. */
  isPointedAt?: boolean | undefined;
};

export function TimelineRow(props: TimelineRowProps) {
  const { time, title, marks, aside, children, footer, id, isPointedAt } = props;
  return (
    <li
      className={classes(styles.row, isPointedAt && styles.pointedAt)}
      id={id}
      aria-current={isPointedAt || undefined}
    >
      <div className={styles.time}>{time}</div>
      <div className={styles.body}>
        <div className={styles.titleRow}>
          <h4 className={styles.title}>{title}</h4>
          {marks}
          {aside ? <div className={styles.aside}>{aside}</div> : null}
        </div>
        {children ? <div className={styles.text}>{children}</div> : null}
        {footer ? <div className={styles.footer}>{footer}</div> : null}
      </div>
    </li>
  );
}

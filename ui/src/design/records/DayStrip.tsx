import { classes } from "../given";
import styles from "./DayStrip.module.css";

export type StripDay = {
  id: string;
  /** "Wed". */
  weekday: string;
  /** "31". */
  number: string;
  /** "Mar", where it is another than that of the day before. */
  month?: string | null | undefined;
  /** "received", "holiday", "day 3, due". */
  label: string;
  /** "New Year's Day". */
  note?: string | null | undefined;
  role: "start" | "counted" | "skipped" | "due" | "gap";
};

export type DayStripProps = { label: string; days: readonly StripDay[] };

const ROOM = 16;

/** The days between a start and a due date, with the ones that do not count named. */
export function DayStrip({ label, days }: DayStripProps) {
  return (
    <ol className={styles.strip} aria-label={label}>
      {days.map((day) =>
        day.role === "gap" ? (
          <li
            key={day.id}
            className={classes(styles.day, styles.gap, isLong(day.note) && styles.told)}
          >
            <span aria-hidden="true">···</span>
            <span className={styles.label}>{day.label}</span>
            {day.note ? <span className={styles.note}>{day.note}</span> : null}
          </li>
        ) : (
          <li key={day.id} className={classes(styles.day, styles[day.role])}>
            <span className={styles.weekday}>{day.weekday}</span>
            <span className={styles.number}>{day.number}</span>
            {day.month ? <span className={styles.month}>{day.month}</span> : null}
            <span className={styles.label}>{day.label}</span>
            {day.note ? <span className={styles.note}>{day.note}</span> : null}
          </li>
        ),
      )}
    </ol>
  );
}

/** "days 3 to 57" fits under one day; what was passed over, by name, does not. */
function isLong(note: StripDay["note"]): boolean {
  return (note?.length ?? 0) > ROOM;
}

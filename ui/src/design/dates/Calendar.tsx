import { ChevronLeft, ChevronRight } from "lucide-react";
import {
  Calendar as AriaCalendar,
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components";
import { classes } from "../given";
import styles from "./Calendar.module.css";

/** One month, inside a date picker. */
export function Calendar() {
  return (
    <AriaCalendar className={classes(styles.calendar)}>
      <div className={styles.head}>
        <Button slot="previous" className={classes(styles.step)}>
          <ChevronLeft className={styles.icon} strokeWidth={1.75} aria-hidden />
        </Button>
        <CalendarHeading className={classes(styles.month)} />
        <Button slot="next" className={classes(styles.step)}>
          <ChevronRight className={styles.icon} strokeWidth={1.75} aria-hidden />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short" className={classes(styles.grid)}>
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className={classes(styles.weekday)}>{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={classes(styles.day)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  );
}

import type { ClockView } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import { useFormat } from "../../../../words/shown/useFormat";
import styles from "../Clocks.module.css";

const words = clocksWords.panel;

/** The two days of a person's own window: the last safe one, large, and the last one beside it. */
export function OwnWindow({ clock }: { clock: ClockView }) {
  const format = useFormat();
  const { actBy, due, dueBy } = clock;
  const last = dueBy === null ? format.day(due) : `${format.day(due)}, ${dueBy}`;
  return (
    <dl className={styles.window}>
      <div>
        <dt>{words.safeDay}</dt>
        <dd className={styles.safeDay}>{format.day(actBy)}</dd>
      </div>
      <div>
        <dt>{words.lastDay}</dt>
        <dd>{last}</dd>
      </div>
    </dl>
  );
}

import { classes } from "../../../../design/given";
import type { ClockView } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import { useFormat } from "../../../../words/shown/useFormat";
import styles from "../Clocks.module.css";
import { phaseOf } from "../standing";

const words = { ...clocksWords.panel, by: clocksWords.standing.by };

/** The two days of a person's own window, both named; the one that still counts is large. */
export function OwnWindow({ clock }: { clock: ClockView }) {
  const format = useFormat();
  const { actBy, due, dueBy } = clock;
  const phase = phaseOf(clock);
  const isLastLarge = phase === "passed" || phase === "bare";
  return (
    <dl className={styles.window}>
      {phase === "safe" || phase === "passed" ? (
        <div className={classes(phase === "passed" && styles.gone)}>
          <dt>{phase === "safe" ? words.safeDay : words.safeDayWas}</dt>
          <dd className={classes(phase === "safe" && styles.large)}>{format.day(actBy)}</dd>
        </div>
      ) : null}
      <div>
        <dt>{phase === "closed" ? words.lastDayWas : words.lastDay}</dt>
        <dd className={classes(isLastLarge && styles.large)}>{format.day(due)}</dd>
        {dueBy === null ? null : <dd className={styles.time}>{words.by(dueBy)}</dd>}
      </div>
    </dl>
  );
}

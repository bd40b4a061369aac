import { Link } from "../../../design/buttons/Link";
import { classes } from "../../../design/given";
import { DueChip } from "../../../design/marks/DueChip";
import type { Id, PromiseView } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { dueShape, dueWords } from "../../../words/shown/due";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Clocks.module.css";
import { promiseDue } from "./chips";

const words = clocksWords.panel;

type PromiseRowProps = { promise: PromiseView; caseId: Id; isPointedAt: boolean };

/** One date given to somebody: to whom, by whom, and whether it was kept. */
export function PromiseRow({ promise, caseId, isPointedAt }: PromiseRowProps) {
  const format = useFormat();
  const due = promiseDue(promise);
  const { id, what, toName, madeBy, madeOn, keptOn } = promise;
  return (
    <li
      className={classes(styles.entry, isPointedAt && styles.pointedAt)}
      data-due={id}
      aria-current={isPointedAt || undefined}
    >
      <div className={styles.entryTop}>
        <strong dir="auto">{what}</strong>
        <DueChip shape={dueShape(due)}>{dueWords(due, format, keptOn)}</DueChip>
      </div>
      <p className={styles.how}>
        {toName === "" ? null : (
          <>
            <bdi>{words.to(toName)}</bdi>,{" "}
          </>
        )}
        {words.madeBy(madeBy, format.day(madeOn))}
      </p>
      {keptOn === null ? (
        <div className={styles.entryFoot}>
          <Link href={`/cases/${caseId}#keep-${id}`} aria-label={words.keepNamed(what)}>
            {words.keep}
          </Link>
        </div>
      ) : null}
    </li>
  );
}

import { Link } from "../../../design/buttons/Link";
import { classes } from "../../../design/given";
import { DueChip } from "../../../design/marks/DueChip";
import type { ClockView, Id } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { dueShape } from "../../../words/shown/due";
import { useFormat } from "../../../words/shown/useFormat";
import { UnverifiedBadge } from "../UnverifiedBadge";
import styles from "./Clocks.module.css";
import { chipWords, clockDue } from "./chips";

const words = clocksWords.panel;

type ClockRowProps = { clock: ClockView; caseId: Id; isPointedAt: boolean };

/** One time limit: when, how it was counted, and what met it. */
export function ClockRow({ clock, caseId, isPointedAt }: ClockRowProps) {
  const format = useFormat();
  const due = clockDue(clock);
  const here = `/cases/${caseId}`;
  return (
    <li
      className={classes(styles.entry, isPointedAt && styles.pointedAt)}
      data-due={clock.id}
      aria-current={isPointedAt || undefined}
    >
      <div className={styles.entryTop}>
        <strong>{clock.name}</strong>
        <DueChip shape={dueShape(due)}>{chipWords(due, format, clock.metOn, clock.dueBy)}</DueChip>
      </div>
      <p className={styles.how}>
        {clock.howCounted} {clock.citation}
      </p>
      {clock.evidenceText === null ? null : <p className={styles.how}>{clock.evidenceText}</p>}
      <div className={styles.entryFoot}>
        <Link href={`${here}#why-${clock.id}`} aria-label={words.whyNamed(clock.name)}>
          {words.why}
        </Link>
        {clock.metOn === null ? (
          <Link href={`${here}#meet-${clock.id}`} aria-label={words.meetNamed(clock.name)}>
            {words.meet}
          </Link>
        ) : null}
        {clock.unverified ? (
          <UnverifiedBadge mark={words.unverified} hint={words.unverifiedHint} />
        ) : null}
      </div>
    </li>
  );
}

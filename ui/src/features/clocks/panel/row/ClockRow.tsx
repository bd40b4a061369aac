import { Link } from "../../../../design/buttons/Link";
import { classes } from "../../../../design/given";
import { DueChip } from "../../../../design/marks/DueChip";
import type { ClockView, EventRecord, Id } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import { useFormat } from "../../../../words/shown/useFormat";
import { UnverifiedBadge } from "../../UnverifiedBadge";
import styles from "../Clocks.module.css";
import { isOwnWindow, phaseWords, standingOf } from "../standing";
import { ClockFacts } from "./ClockFacts";
import { ClockMenu } from "./ClockMenu";
import { OwnWindow } from "./OwnWindow";

const words = clocksWords.panel;

export type ClockRowProps = {
  clock: ClockView;
  caseId: Id;
  isPointedAt: boolean;
  /** Of a closed case: it is read, not worked on. */
  isClosed: boolean;
  /** The dates of the case: one of them may have met the clock. */
  dates: readonly EventRecord[];
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** One time limit: when, how it was counted, what became of it, and what met it. */
export function ClockRow(props: ClockRowProps) {
  const { clock, caseId, isPointedAt, isClosed, dates, go, tellDone } = props;
  const format = useFormat();
  const here = `/cases/${caseId}`;
  const { shape, words: stands } = standingOf(clock, format);
  const isOpen = clock.metOn === null;
  const isWindow = isOpen && isOwnWindow(clock);
  return (
    <li
      className={classes(styles.entry, isPointedAt && styles.pointedAt)}
      data-due={clock.id}
      aria-current={isPointedAt || undefined}
    >
      <div className={styles.entryTop}>
        <strong>{clock.name}</strong>
        <DueChip shape={shape}>{isWindow ? phaseWords(clock) : stands}</DueChip>
      </div>
      {isWindow ? <OwnWindow clock={clock} /> : null}
      <p className={styles.how}>
        {clock.howCounted} {clock.citation}
      </p>
      <ClockFacts clock={clock} caseId={caseId} dates={dates} />
      <div className={styles.entryFoot}>
        <Link href={`${here}#why-${clock.id}`} aria-label={words.whyNamed(clock.name)}>
          {words.why}
        </Link>
        {isOpen && clock.meetableBy.length > 0 ? (
          <Link href={`${here}#meet-${clock.id}`} aria-label={words.meetNamed(clock.name)}>
            {words.meet}
          </Link>
        ) : null}
        {clock.unverified ? (
          <UnverifiedBadge
            mark={words.unverified}
            hint={words.unverifiedHint}
            at={clock.confirmAt}
          />
        ) : null}
        {isOpen && !isClosed ? (
          <ClockMenu clock={clock} caseId={caseId} go={go} tellDone={tellDone} />
        ) : null}
      </div>
    </li>
  );
}

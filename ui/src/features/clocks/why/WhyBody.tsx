import type { ReactNode } from "react";
import { Facts } from "../../../design/layout/Facts";
import { DayStrip } from "../../../design/records/DayStrip";
import type { Explanation } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { labels } from "../../../words/labels";
import { useFormat } from "../../../words/shown/useFormat";
import { UnverifiedBadge } from "../UnverifiedBadge";
import styles from "./Why.module.css";

const words = clocksWords.why;

/** The sentence, the days, and then the rule behind them. */
export function WhyBody({ why }: { why: Explanation }) {
  const format = useFormat();
  const days = why.days.map((cell, place) => ({
    // Two gaps may stand for the same day.
    id: `${cell.on} ${place}`,
    weekday: format.weekdayShort(cell.on),
    number: format.dayNumber(cell.on),
    label: cell.label,
    note: cell.note,
    role: cell.role,
  }));
  return (
    <>
      <p className={styles.sentence}>{why.sentence}</p>
      <DayStrip label={words.days} days={days} />
      <Facts
        rows={[
          {
            term: words.rule,
            value: (
              <Marked
                isMarked={why.lengthUnverified}
                mark={words.lengthUnverified}
                hint={words.lengthHint}
              >
                {why.ruleText} · {words.version(why.ruleVersion)}
              </Marked>
            ),
          },
          { term: words.starts, value: why.startsWhen },
          {
            term: words.calendar,
            value: (
              <Marked
                isMarked={why.calendarUnverified}
                mark={words.unverified}
                hint={words.calendarHint}
              >
                {why.calendar}
              </Marked>
            ),
          },
          { term: words.metBy, value: why.metBy },
          ...(why.clock.evidenceText === null
            ? []
            : [{ term: words.evidence, value: why.clock.evidenceText }]),
          { term: words.authority, value: why.authority },
          {
            term: words.citation,
            value: `${why.citation} (${labels.confidence[why.confidence].toLowerCase()})`,
          },
        ]}
      />
    </>
  );
}

type MarkedProps = { isMarked: boolean; mark: string; hint: string; children: ReactNode };

/** A value nobody has confirmed wears a badge that says what to do about it. */
function Marked({ isMarked, mark, hint, children }: MarkedProps) {
  return (
    <span className={styles.marked}>
      <span>{children}</span>
      {isMarked ? <UnverifiedBadge mark={mark} hint={hint} /> : null}
    </span>
  );
}

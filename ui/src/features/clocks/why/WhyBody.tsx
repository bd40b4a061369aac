import type { ReactNode } from "react";
import { Facts } from "../../../design/layout/Facts";
import { DayStrip } from "../../../design/records/DayStrip";
import type { ClockView, Explanation } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { daysBetween, daysInWords, type Format } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import { isOwnWindow } from "../panel/standing";
import { UnverifiedBadge } from "../UnverifiedBadge";
import { stripDays } from "./strip";
import { sureness } from "./sureness";
import styles from "./Why.module.css";

const words = clocksWords.why;
const panelWords = clocksWords.panel;

/** The sentence, the days, and then the rule behind them. */
export function WhyBody({ why }: { why: Explanation }) {
  const format = useFormat();
  return (
    <>
      <p className={styles.sentence}>{why.sentence}</p>
      <DayStrip label={words.days} days={stripDays(why.days, format)} />
      <Facts
        rows={[
          ...becameOf(why.clock, format),
          {
            term: words.rule,
            value: (
              <Marked
                isMarked={why.lengthUnverified}
                mark={words.lengthUnverified}
                hint={words.lengthHint}
                at={why.clock.confirmAt}
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
                at={why.calendarAt}
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
            value: `${why.citation} (${sureness(why, format)})`,
          },
        ]}
      />
    </>
  );
}

/** What the count alone does not say: the last safe day, and that a date had passed before. */
function becameOf(clock: ClockView, format: Format) {
  const { due, actBy, missedOn, bound, extensions } = clock;
  const safe = daysBetween(actBy, due);
  return [
    ...(isOwnWindow(clock)
      ? [
          {
            term: words.safeDay,
            value:
              safe > 0 ? words.safeDayIs(format.day(actBy), daysInWords(safe)) : words.safeDayNone,
          },
        ]
      : []),
    ...extensions.map(({ noticedOn, to, reason }) => ({
      term: words.extended,
      value: words.extendedBy(format.day(noticedOn), to === null ? null : format.day(to), reason),
    })),
    ...(missedOn === null
      ? []
      : [{ term: words.missed, value: panelWords.missed(format.day(missedOn)) }]),
    { term: words.bound, value: bound },
  ];
}

type MarkedProps = {
  isMarked: boolean;
  mark: string;
  hint: string;
  at: string | null;
  children: ReactNode;
};

/** A value nobody has confirmed wears a badge that says what to do about it. */
function Marked({ isMarked, mark, hint, at, children }: MarkedProps) {
  return (
    <span className={styles.marked}>
      <span>{children}</span>
      {isMarked ? <UnverifiedBadge mark={mark} hint={hint} at={at} /> : null}
    </span>
  );
}

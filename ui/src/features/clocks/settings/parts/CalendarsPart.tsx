import { Button } from "../../../../design/buttons/Button";
import { Facts } from "../../../../design/layout/Facts";
import { Section } from "../../../../design/layout/Section";
import type { CalendarView } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { calendarChoice } from "../choices";
import { placeOfCalendar } from "../places";
import { Standing } from "../Standing";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.calendars;

/** The holidays that business days pass over, where they come from, and whether they are ours. */
export function CalendarsPart({ view: { calendars }, ...row }: PartProps) {
  return (
    <Section title={words.title}>
      {calendars.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <ul className={styles.rows}>
        {calendars.map((calendar) => (
          <CalendarRow key={calendar.id} calendar={calendar} {...row} />
        ))}
      </ul>
    </Section>
  );
}

type CalendarRowProps = Pick<PartProps, "mayChange" | "settling" | "pointedAt"> & {
  calendar: CalendarView;
};

function CalendarRow({ calendar, mayChange, settling, pointedAt }: CalendarRowProps) {
  const format = useFormat();
  const at = placeOfCalendar(calendar.id);
  const { name, source, firstYear, lastYear, reviewedOn, confirmed, unverified } = calendar;
  const answer = (isOurs: boolean) =>
    settling.settle({
      choices: [calendarChoice(calendar, isOurs)],
      effect: "none",
      done: isOurs ? words.done(name) : words.takenBack(name),
    });
  return (
    <PartRow
      at={at}
      isPointedAt={pointedAt === at}
      name={name}
      standing={<Standing confirmed={confirmed} unverified={unverified} />}
      actions={
        mayChange && (unverified || confirmed) ? (
          <Button
            size="small"
            aria-label={confirmed ? words.takeBackNamed(name) : words.confirmNamed(name)}
            isDisabled={settling.isPending}
            onPress={() => answer(confirmed === null)}
          >
            {confirmed ? rulesWords.takeBack : words.confirm}
          </Button>
        ) : null
      }
    >
      <Facts
        rows={[
          { term: words.source, value: source },
          { term: words.years, value: words.yearsKnown(firstYear, lastYear) },
          { term: words.reviewed, value: format.date(reviewedOn) },
        ]}
      />
    </PartRow>
  );
}

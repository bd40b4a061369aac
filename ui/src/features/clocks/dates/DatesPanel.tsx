import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Section } from "../../../design/layout/Section";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { dropTopics } from "../../../ipc/cache";
import type { EventRecord, EventsView, Id } from "../../../ipc/contract";
import { clockFormsWords } from "../../../words/clockForms";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Dates.module.css";
import { receiptStands } from "./offers";
import { whenWords } from "./whenWords";

const words = clockFormsWords.dates;
const receiptWords = clockFormsWords.shownBy;

type DatesPanelProps = {
  dates: EventsView | undefined;
  problem: string | null;
  caseId: Id;
  isClosed: boolean;
};

/** The days that time limits of a case run from, besides when it was said and when it came. */
export function DatesPanel({ dates, problem, caseId, isClosed }: DatesPanelProps) {
  return (
    <Section
      title={words.title}
      action={
        isClosed ? null : (
          <Link href={`/cases/${caseId}#date`} aria-label={words.add}>
            {words.addShort}
          </Link>
        )
      }
    >
      {problem === null ? null : (
        <Banner
          tone="late"
          title={words.failed}
          action={<Button onPress={() => dropTopics(["clocks"])}>{words.again}</Button>}
        >
          {problem}
        </Banner>
      )}
      {dates === undefined && problem === null ? (
        <Skeleton label={words.loading} shape="lines" count={1} />
      ) : null}
      {dates?.recorded.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
      <ul>
        {(dates?.recorded ?? []).map((date) => (
          <DateRow key={date.id} date={date} caseId={caseId} isClosed={isClosed} />
        ))}
      </ul>
    </Section>
  );
}

type DateRowProps = { date: EventRecord; caseId: Id; isClosed: boolean };

function DateRow({ date, caseId, isClosed }: DateRowProps) {
  const format = useFormat();
  const here = `/cases/${caseId}`;
  const stands = receiptStands(date);
  return (
    <li className={styles.row}>
      <div className={styles.rowTop}>
        <span>{date.name}</span>
        <span className={styles.when}>{whenWords(date, format)}</span>
      </div>
      {date.note === null || date.note === "" ? null : (
        <p className={styles.note} dir="auto">
          {date.note}
        </p>
      )}
      {stands === "counts" ? (
        <p className={styles.note} dir="auto">
          {receiptWords.shown}: {date.shownBy}
        </p>
      ) : null}
      {stands === "waits" && date.presumedOn !== null ? (
        <p className={styles.note}>{receiptWords.waits(format.day(date.presumedOn))}</p>
      ) : null}
      {date.meetsNothing ? <p className={styles.note}>{words.meetsNothing}</p> : null}
      {isClosed ? null : (
        <div className={styles.foot}>
          <Link href={`${here}#date-${date.id}`} aria-label={words.correctNamed(date.name)}>
            {words.correct}
          </Link>
          <Link href={`${here}#undate-${date.id}`} aria-label={words.takeBackNamed(date.name)}>
            {words.takeBack}
          </Link>
        </div>
      )}
    </li>
  );
}

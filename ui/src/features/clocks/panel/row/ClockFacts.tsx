import { Link } from "../../../../design/buttons/Link";
import type { ClockView, EventRecord, ExtensionLine, Id } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import { dayOf } from "../../../../words/shown/format";
import { useFormat } from "../../../../words/shown/useFormat";
import styles from "../Clocks.module.css";

const words = clocksWords.panel;

type ClockFactsProps = { clock: ClockView; caseId: Id; dates: readonly EventRecord[] };

/** What is true of this clock and not of every other: whom it binds, what moved it, what met it. */
export function ClockFacts({ clock, caseId, dates }: ClockFactsProps) {
  const format = useFormat();
  const { opens, missedOn, pausedSince, pausedWhy, extensions, receiptWaits } = clock;
  const lines = [
    clock.binds === "theirs" ? owed(clock) : null,
    opens === null || clock.metOn !== null ? null : words.opens(format.day(opens)),
    pausedSince === null ? null : words.pausedSince(format.day(pausedSince), pausedWhy ?? ""),
    missedOn === null ? null : words.missed(format.day(missedOn)),
    receiptWaits === null ? null : words.receiptWaits(format.day(receiptWaits)),
  ];
  return (
    <>
      {lines.map((line) =>
        line === null ? null : (
          <p key={line} className={styles.how} dir="auto">
            {line}
          </p>
        ),
      )}
      {extensions.map((one) => (
        <Extension key={one.contact} one={one} caseId={caseId} />
      ))}
      <Evidence clock={clock} caseId={caseId} dates={dates} />
    </>
  );
}

function owed({ bound, sense }: ClockView): string {
  return sense === "deadline" ? words.owedBy(bound) : words.boundBy(bound);
}

function Extension({ one, caseId }: { one: ExtensionLine; caseId: Id }) {
  const format = useFormat();
  const day = format.day(one.noticedOn);
  return (
    <p className={styles.how}>
      {words.extended(day, one.to === null ? null : format.day(one.to))}
      {": "}
      <bdi>{one.reason}</bdi>{" "}
      <Link href={`/cases/${caseId}#contact-${one.contact}`} aria-label={words.noticeNamed(day)}>
        {words.notice}
      </Link>
    </p>
  );
}

/** A contact met it, or a date that was recorded did. */
function Evidence({ clock, caseId, dates }: ClockFactsProps) {
  const format = useFormat();
  if (clock.evidenceText !== null) {
    return (
      <p className={styles.how}>
        <bdi>{clock.evidenceText}</bdi>{" "}
        <Link
          href={`/cases/${caseId}#contact-${clock.evidence}`}
          aria-label={words.seeEvidenceNamed(clock.name)}
        >
          {words.seeEvidence}
        </Link>
      </p>
    );
  }
  const met = dates.find(({ id }) => id === clock.evidence);
  if (met === undefined) return null;
  return <p className={styles.how}>{words.metByDate(met.name, format.day(dayOf(met.at)))}</p>;
}

import { Skeleton } from "../../../design/telling/Skeleton";
import type { ClockChange } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import { clockFormsWords } from "../../../words/clockForms";
import type { Format } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Dates.module.css";

const words = clockFormsWords.changes;

type ChangesPreviewProps = {
  changes: readonly ClockChange[] | undefined;
  problem: OfficeError | null;
};

/** Which clocks would start, move or stop, told before anything is saved. */
export function ChangesPreview({ changes, problem }: ChangesPreviewProps) {
  const format = useFormat();
  return (
    <section className={styles.preview} aria-label={words.title} aria-live="polite">
      <p className={styles.previewTitle}>{words.title}</p>
      {problem ? (
        <p className={styles.quiet}>
          {words.failed} {problem.message}
        </p>
      ) : null}
      {changes === undefined && problem === null ? (
        <Skeleton label={words.counting} shape="lines" count={1} />
      ) : null}
      {changes?.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <ul>
        {(changes ?? []).map((change) => (
          <li
            key={`${change.kind}${change.clock}${change.name}${change.to}`}
            className={styles.change}
          >
            <span className={styles.kind}>{words.kind[change.kind]}</span>
            <span className={styles.what}>
              {change.name}
              {change.why === null ? null : <span className={styles.quiet}>{change.why}</span>}
            </span>
            <span className={styles.then}>{daysOf(change, format)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function daysOf({ from, to }: ClockChange, format: Format) {
  return (
    <>
      {to === null ? null : <span>{format.day(to)}</span>}
      {from === null ? null : <span className={styles.quiet}>{words.from(format.day(from))}</span>}
    </>
  );
}

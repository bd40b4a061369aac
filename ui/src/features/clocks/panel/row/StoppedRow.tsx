import { Link } from "../../../../design/buttons/Link";
import type { Id, StoppedClock } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import { useFormat } from "../../../../words/shown/useFormat";
import styles from "../Clocks.module.css";

const words = clocksWords.panel;

type StoppedRowProps = { clock: StoppedClock; caseId: Id; isClosed: boolean };

/** A clock that somebody said does not apply here, with why and the way back. */
export function StoppedRow({ clock, caseId, isClosed }: StoppedRowProps) {
  const format = useFormat();
  const { id, name, on, reason } = clock;
  return (
    <li className={styles.entry}>
      <strong>{name}</strong>
      <p className={styles.how} dir="auto">
        {words.stoppedOn(format.day(on), reason)}
      </p>
      {isClosed ? null : (
        <div className={styles.entryFoot}>
          <Link href={`/cases/${caseId}#again-${id}`} aria-label={words.startAgainNamed(name)}>
            {words.startAgain}
          </Link>
        </div>
      )}
    </li>
  );
}

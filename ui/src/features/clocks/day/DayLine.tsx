import { Link } from "react-aria-components";
import { DueChip } from "../../../design/marks/DueChip";
import { Kbd } from "../../../design/marks/Kbd";
import type { DueLine } from "../../../ipc/contract";
import { dayWords } from "../../../words/day";
import { dueShape, dueWords } from "../../../words/shown/due";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import styles from "./DayLine.module.css";
import { addressOf, type OtherLine } from "./lines";

/** One line of the day: when, for whom and what, why it is there, and one thing worth knowing. */
export function DayLine({ line }: { line: DueLine | OtherLine }) {
  const format = useFormat();
  const { due, title, why } = line;
  return (
    <li className={styles.row}>
      <Link href={addressOf(line)} className={styles.line ?? ""} data-line>
        <span className={styles.chip}>
          <DueChip shape={dueShape(due)} size="wide">
            {dueWords(due, format)}
          </DueChip>
        </span>
        <span className={styles.words}>
          <span>
            <strong>
              <Who line={line} />
            </strong>
            {" — "}
            {withoutMarks(title)}
          </span>
          <span className={styles.why}>{withoutMarks(why)}</span>
        </span>
        <span className={styles.aside}>{"aside" in line ? line.aside : null}</span>
        <span className={styles.enter} aria-hidden="true">
          <Kbd keys={dayWords.enter} />
        </span>
      </Link>
    </li>
  );
}

function Who({ line }: { line: DueLine | OtherLine }) {
  if ("who" in line) return <bdi>{withoutMarks(line.who)}</bdi>;
  return (
    <>
      {line.number} · <bdi>{withoutMarks(line.patientName)}</bdi>
    </>
  );
}

import { Link } from "../../design/buttons/Link";
import type { SignLine } from "../../ipc/contract";
import { watcherWords } from "../../words/rules/watchers";
import { withoutMarks } from "../../words/shown/withoutMarks";
import { addressOf } from "./lines";
import styles from "./Signs.module.css";

type SignRowProps = { line: SignLine; withCase: boolean };

/** One thing that is about to go wrong: what, why and by which rule, and what to do next. */
export function SignRow({ line, withCase }: SignRowProps) {
  const title = withoutMarks(line.title);
  return (
    <li className={styles.row}>
      <span>
        {withCase ? (
          <>
            <Link href={addressOf(line)}>{line.number ?? watcherWords.rules}</Link>
            {line.patientName === null ? null : (
              <>
                {" · "}
                <bdi>{withoutMarks(line.patientName)}</bdi>
              </>
            )}
            {" — "}
          </>
        ) : null}
        <strong>{title}</strong>
      </span>
      <span className={styles.words}>
        {withoutMarks(line.why)}
        {line.rule === null ? null : ` ${line.rule}.`}
      </span>
      <span className={styles.next}>
        {watcherWords.next}: {line.next}
      </span>
    </li>
  );
}

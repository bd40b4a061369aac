import { Link } from "../../../design/buttons/Link";
import { Section } from "../../../design/layout/Section";
import type { CaseIssue, CaseView } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { labels } from "../../../words/labels";
import styles from "./Case.module.css";

const words = casesWords.issues;

/** What is complained of or asked in the case, and where each thing stands. */
export function IssuesPanel({ view }: { view: CaseView }) {
  return (
    <Section
      title={words.title}
      action={
        <Link href={`/cases/${view.id}#issue`} aria-label={words.addNamed}>
          {words.add}
        </Link>
      }
    >
      {view.issues.length === 0 ? <p className={styles.quiet}>{words.empty}</p> : null}
      <ul className={styles.rows}>
        {view.issues.map((issue) => (
          <li key={issue.id} className={styles.row}>
            <Link
              tone="row"
              href={`/cases/${view.id}#issue-${issue.id}`}
              aria-label={`${words.open(issue.about)}, ${stateOf(issue)}`}
            >
              <span dir="auto">{issue.about}</span>
            </Link>
            <span className={styles.rowEnd}>{stateOf(issue)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function stateOf({ state, outcome }: CaseIssue): string {
  return outcome === null ? labels.issueState[state] : labels.outcome[outcome];
}

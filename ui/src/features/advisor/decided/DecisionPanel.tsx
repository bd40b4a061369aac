import { Link } from "../../../design/buttons/Link";
import { Facts } from "../../../design/layout/Facts";
import { Section } from "../../../design/layout/Section";
import { Stack } from "../../../design/layout/Stack";
import { useOffice } from "../../../ipc/answers";
import type { CaseView, DecisionView, Id } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Advisor.module.css";
import { verdict } from "./said";
import { useMayDecide } from "./useMayDecide";

const words = advisorWords.decided;

/** What the case was decided to be: under which rule, by whom, when and why. */
export function DecisionPanel({ caseId }: { caseId: Id }) {
  const decided = useOffice("advisor.for_case", { case: caseId });
  const view = useOffice("cases.view", { id: caseId }).data;
  const mayDecide = useMayDecide(view);
  if (decided.error) {
    return (
      <Section title={words.title}>
        <p className={styles.quiet}>{words.failed}</p>
      </Section>
    );
  }
  const latest = decided.data?.decisions[0];
  if (latest === undefined || view === undefined) return null;
  return (
    <div className={styles.panel}>
      <Section
        title={words.title}
        action={
          mayDecide ? <Link href={`/cases/${caseId}#what-is-this`}>{words.again}</Link> : null
        }
      >
        <Decision decision={latest} view={view} />
      </Section>
    </div>
  );
}

function Decision({ decision, view }: { decision: DecisionView; view: CaseView }) {
  const format = useFormat();
  const { by, at, citation, reason, other, facts } = decision;
  const { kind } = view.form;
  return (
    <Stack gap={2}>
      <div>
        <p className={styles.decided}>{verdict(decision)}</p>
        <p className={styles.quiet}>{words.by(by, format.moment(at))}</p>
        <p className={styles.quiet}>{citation}</p>
      </div>
      {kind === decision.kind ? null : <p>{words.changed(kind)}</p>}
      <Facts
        layout="stacked"
        rows={[
          ...(reason === null ? [] : [{ term: words.reason, value: <bdi>{reason}</bdi> }]),
          ...(other === null ? [] : [{ term: words.other, value: other }]),
        ]}
      />
      <details>
        <summary className={styles.summary}>{words.facts}</summary>
        <ul className={styles.follows}>
          {facts.map(({ asked, said }) => (
            <li key={asked}>
              <span className={styles.quiet}>{asked}</span> {said}
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  );
}

import { Scale } from "lucide-react";
import type { ReactNode } from "react";
import { TimelineRow } from "../../../design/layout/Timeline";
import { useOffice } from "../../../ipc/answers";
import type { DecisionView, Id, Moment } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Advisor.module.css";

const words = advisorWords.decided;

export type StoryEntry = { id: string; at: Moment; node: ReactNode };

/** What the case was decided to be, to stand in its timeline. */
export function useDecisionStory(caseId: Id): StoryEntry[] {
  const decided = useOffice("advisor.for_case", { case: caseId });
  return (decided.data?.decisions ?? []).map((decision) => ({
    id: decision.id,
    at: decision.at,
    node: <DecisionEntry decision={decision} />,
  }));
}

function DecisionEntry({ decision }: { decision: DecisionView }) {
  const format = useFormat();
  const { id, at, kind, rule, called, by, reason } = decision;
  return (
    <TimelineRow
      id={`decision-${id}`}
      time={format.time(at)}
      title={
        <span className={styles.storyTitle}>
          <Scale className={styles.storyIcon} strokeWidth={1.75} aria-hidden />
          {words.story(kind)}
        </span>
      }
      footer={<p>{words.storyBy(by)}</p>}
    >
      <p>{words.storyRule(rule, called)}</p>
      {reason === null ? null : <p dir="auto">{reason}</p>}
    </TimelineRow>
  );
}

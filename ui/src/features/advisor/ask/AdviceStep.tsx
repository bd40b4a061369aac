import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Row, Stack } from "../../../design/layout/Stack";
import { Badge } from "../../../design/marks/Badge";
import { Banner } from "../../../design/telling/Banner";
import { useAction } from "../../../ipc/cache";
import type { AdviceView, CaseKind, Classified, Id, ReadingView } from "../../../ipc/contract";
import type { DraftHold } from "../../../ipc/useDraft";
import { advisorWords } from "../../../words/rules/advisor";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Advisor.module.css";
import type { AdvisorDraft } from "./AdvisorDialog";
import { ChoiceForm } from "./ChoiceForm";
import { answersOf } from "./given";

const words = advisorWords.advice;

type AdviceStepProps = {
  caseId: Id;
  /** What the case is filed as. */
  kind: CaseKind | null;
  advice: AdviceView;
  draft: DraftHold<AdvisorDraft>;
  isWaiting: boolean;
  onBack: (() => void) | null;
  onDone: (classified: Classified, entry: Id | null) => Promise<void>;
};

/** What the rules would call it, and the two ways on: take it, or choose and say why. */
export function AdviceStep(props: AdviceStepProps) {
  const { caseId, kind, advice, draft, isWaiting, onBack, onDone } = props;
  const classify = useAction("advisor.classify");
  const [isChoosing, setChoosing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const decide = (chosen: CaseKind, reason: string | null) => {
    if (isWaiting) return;
    classify.mutate(
      { case: caseId, answers: answersOf(draft.body.given), rule: advice.rule, chosen, reason },
      { onSuccess: ({ output, entry }) => void onDone(output, entry) },
    );
  };
  return (
    <Stack gap={4}>
      <Told advice={advice} heading={heading} />
      {isChoosing ? (
        <ChoiceForm
          advice={advice}
          draft={draft}
          problem={classify.error}
          isPending={classify.isPending}
          onDecide={decide}
          onBack={() => {
            classify.reset();
            setChoosing(false);
            heading.current?.focus();
          }}
        />
      ) : (
        <>
          {classify.error ? (
            <Banner tone="late" title={words.problem} live>
              {classify.error.message}
            </Banner>
          ) : null}
          <Row gap={3}>
            <Button
              variant="primary"
              isPending={classify.isPending}
              pendingLabel={words.deciding}
              onPress={() => decide(advice.kind, null)}
            >
              {kind === advice.kind ? words.keep(advice.kind) : words.take(advice.kind)}
            </Button>
            <Button onPress={() => setChoosing(true)}>{words.choose}</Button>
            {onBack === null ? null : <Button onPress={onBack}>{advisorWords.ask.back}</Button>}
          </Row>
        </>
      )}
    </Stack>
  );
}

type ToldProps = { advice: AdviceView; heading: React.RefObject<HTMLHeadingElement | null> };

/** The advice itself: what it is called, why, under which rule, and how sure that is. */
function Told({ advice, heading }: ToldProps) {
  const { called, sentence, rule, citation, authority, unverified, doubt, urgent, follows } =
    advice;
  const { checked } = advice;
  const format = useFormat();
  return (
    <Stack gap={3}>
      <div>
        <p className={styles.quiet}>{words.lead}</p>
        <h3 ref={heading} tabIndex={-1} className={styles.called}>
          {called}
        </h3>
      </div>
      <p>{sentence}</p>
      <div className={styles.rule}>
        <span>
          <strong>{words.rule(rule)}</strong> · {authority} · {citation}
        </span>
        {unverified ? <Badge>{advisorWords.unverified}</Badge> : null}
        {urgent ? <Badge tone="soon">{words.urgent}</Badge> : null}
      </div>
      {unverified ? (
        <p className={styles.quiet}>
          {doubt ?? advisorWords.unverifiedHint}{" "}
          <Link href={`/settings/rules#at-${advice.confirmAt}`}>{advisorWords.confirm}</Link>
        </p>
      ) : null}
      {checked === null ? null : (
        <p className={styles.quiet}>
          {advisorWords.checkedBy(checked.by, format.date(checked.on))}
        </p>
      )}
      {urgent ? <p className={styles.quiet}>{words.urgentHint}</p> : null}
      {advice.other === null ? null : <Other other={advice.other} />}
      {follows.length === 0 ? null : (
        <div>
          <h4 className={styles.followsTitle}>{words.follows}</h4>
          <ul className={styles.follows}>
            {follows.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.quiet}>{words.notLegal}</p>
    </Stack>
  );
}

function Other({ other }: { other: ReadingView }) {
  return (
    <Banner tone="plain" title={words.other(other.called)}>
      <Stack gap={1}>
        <p>{other.sentence}</p>
        <div className={styles.rule}>
          <span>{other.citation}</span>
          {other.unverified ? <Badge>{advisorWords.unverified}</Badge> : null}
        </div>
        <p className={styles.quiet}>{words.otherHint}</p>
      </Stack>
    </Banner>
  );
}

import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { DraftBar } from "../../../design/forms/DraftNote";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { dropTopics, useOfficeKeeping } from "../../../ipc/cache";
import type { Classified, Id } from "../../../ipc/contract";
import { type DraftHold, useDraft } from "../../../ipc/useDraft";
import { generalWords } from "../../../words/messages";
import { advisorWords as words } from "../../../words/rules/advisor";
import { AdviceStep } from "./AdviceStep";
import { answerOf, answersOf, type Given, questionOf, stepBack, withAnswer } from "./given";
import { KnownFacts } from "./KnownFacts";
import { OutcomeStep } from "./OutcomeStep";
import { QuestionStep } from "./QuestionStep";

/** What is kept while somebody is asked: their answers, and why they choose something else. */
export type AdvisorDraft = { given: Given; reason: string };

export type AdvisorDialogProps = {
  caseId: Id;
  /** The number of the case, for the list of drafts. */
  number: string;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

type Done = { classified: Classified; entry: Id | null };

/** Asks one fact at a time, says what the rules would call it, and takes the decision. */
export function AdvisorDialog({ caseId, number, onClose, tellDone }: AdvisorDialogProps) {
  const key = `/cases/${caseId}#what-is-this`;
  const draft = useDraft<AdvisorDraft>(key, words.draftTitle(number), { given: [], reason: "" });
  const [done, setDone] = useState<Done | null>(null);
  const close = () => {
    if (done !== null) tellDone(saidOf(done.classified), done.entry);
    onClose();
  };
  const finish = async (classified: Classified, entry: Id | null) => {
    setDone({ classified, entry });
    await draft.done();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || close()}
      title={words.title}
      closeLabel={generalWords.close}
    >
      {done === null ? (
        <Asking caseId={caseId} draft={draft} onDone={finish} />
      ) : (
        <OutcomeStep classified={done.classified} onClose={close} />
      )}
    </Dialog>
  );
}

type AskingProps = {
  caseId: Id;
  draft: DraftHold<AdvisorDraft>;
  onDone: (classified: Classified, entry: Id | null) => Promise<void>;
};

function Asking({ caseId, draft, onDone }: AskingProps) {
  const { given } = draft.body;
  const [changing, setChanging] = useState<string | null>(null);
  const [takenBack, setTakenBack] = useState<Given[number] | null>(null);
  const asked = useOfficeKeeping(
    "advisor.ask",
    { case: caseId, profile: null, answers: answersOf(given) },
    { enabled: draft.ready },
  );
  if (asked.error) {
    return (
      <Banner
        tone="late"
        title={words.failed}
        action={<Button onPress={() => dropTopics(["advisor"])}>{words.again}</Button>}
      >
        {asked.error.message}
      </Banner>
    );
  }
  if (asked.data === undefined) return <Skeleton label={words.loading} shape="form" count={3} />;
  const { known, next, advice, kind } = asked.data;
  const question = questionOf(changing, known, next);
  const setGiven = (changed: Given) => draft.set((was) => ({ ...was, given: changed }));
  const answer = (id: string, code: string) => {
    setChanging(null);
    setTakenBack(null);
    setGiven(withAnswer(given, id, code));
  };
  const back = () => {
    const step = stepBack(given);
    setTakenBack(step.last);
    setGiven(step.given);
  };
  const canGoBack = given.length > 0;
  return (
    <Stack gap={6}>
      <DraftBar draft={draft} words={generalWords.draft} />
      {question === null ? null : (
        <QuestionStep
          key={question.id}
          question={question}
          chosen={answerOf(question, known, takenBack)}
          isWaiting={asked.isPlaceholderData}
          onAnswer={(code) => answer(question.id, code)}
          backLabel={changing === null ? words.ask.back : words.ask.keep}
          onBack={changing !== null ? () => setChanging(null) : canGoBack ? back : null}
        />
      )}
      {question !== null || advice === null ? null : (
        <AdviceStep
          key={advice.rule}
          caseId={caseId}
          kind={kind}
          advice={advice}
          draft={draft}
          isWaiting={asked.isPlaceholderData}
          onBack={canGoBack ? back : null}
          onDone={onDone}
        />
      )}
      <KnownFacts known={known} changing={changing} onChange={setChanging} />
    </Stack>
  );
}

function saidOf({ decision }: Classified): string {
  return decision.kind === decision.was
    ? words.done.kept(decision.kind)
    : words.done.filed(decision.kind);
}

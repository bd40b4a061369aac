import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Select } from "../../../design/choices/Select";
import { TextArea } from "../../../design/fields/TextArea";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import type { AdviceView, CaseKind } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import type { DraftHold } from "../../../ipc/useDraft";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { advisorWords } from "../../../words/rules/advisor";
import type { AdvisorDraft } from "./AdvisorDialog";

const words = advisorWords.choice;
const LINE = 500;

type ChoiceFormProps = {
  advice: AdviceView;
  draft: DraftHold<AdvisorDraft>;
  problem: OfficeError | null;
  isPending: boolean;
  onDecide: (kind: CaseKind, reason: string) => void;
  onBack: () => void;
};

/** Something else than is advised, and why. The other reading, where there is one, stands ready. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { advice, draft, problem, isPending, onDecide, onBack } = props;
  const [kind, setKind] = useState<CaseKind | null>(advice.other?.kind ?? null);
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  const submit = () => {
    setMissing(kind === null ? lacking() : null);
    if (kind !== null) onDecide(kind, draft.body.reason);
  };
  return (
    <div ref={place}>
      <OfficeForm
        problem={missing ?? problem}
        onSubmit={submit}
        summaryTitle={advisorWords.advice.problem}
        label={advisorWords.advice.choose}
        isPending={isPending}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              pendingLabel={advisorWords.advice.deciding}
            >
              {words.submit}
            </Button>
            <Button onPress={onBack}>{words.back}</Button>
          </>
        }
      >
        <Select
          label={words.kind}
          name="chosen"
          options={choices(labels.caseKind).filter(({ id }) => id !== advice.kind)}
          value={kind}
          onChange={setKind}
          placeholder={words.kindPlaceholder}
          width="half"
        />
        <TextArea
          label={words.reason}
          name="reason"
          hint={words.reasonHint}
          value={draft.body.reason}
          onChange={(reason) => draft.set((was) => ({ ...was, reason }))}
          rows={2}
          limit={LINE}
          limitWords={generalWords.characters.room}
        />
      </OfficeForm>
    </div>
  );
}

function lacking(): OfficeError {
  return new OfficeError({
    kind: "invalid",
    message: words.lacking,
    fields: [{ field: "chosen", message: words.lacking }],
  });
}

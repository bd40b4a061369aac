import { useState } from "react";
import { NumberField } from "../../../../design/fields/NumberField";
import type { RulesView } from "../../../../ipc/contract";
import type { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { rulesWords } from "../../../../words/rules/rules";
import { marginChoice } from "../choices";
import { FormDialog, type FormProps, missing } from "./FormDialog";

const words = rulesWords.margin;
const WIDEST = 60;

type Body = { days: number | null };

/** How many days before the last one a person is told to act. */
export function MarginDialog({ view, ...props }: FormProps & { view: RulesView }) {
  const initial: Body = { days: view.marginDays };
  const draft = useDraft("/settings/rules#margin", words.draftTitle, initial);
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const { days } = draft.body;
  const submit = () => {
    if (days === null) return setProblem(missing("value", words.missing));
    props.settling.settle({
      choices: [marginChoice(days)],
      effect: days === view.marginDays ? "none" : "safe",
      done: rulesWords.counting.marginDone,
      onSaved: async () => {
        await draft.done();
        props.onClose();
      },
      onProblem: setProblem,
    });
  };
  return (
    <FormDialog
      {...props}
      title={words.title}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={problem}
      onSubmit={submit}
    >
      <NumberField
        label={words.many}
        name="value"
        value={days}
        onChange={(next) => draft.set({ days: next })}
        min={0}
        max={WIDEST}
        unit={words.unit}
        width="half"
      />
    </FormDialog>
  );
}

import { useState } from "react";
import { RadioGroup } from "../../../../design/choices/RadioGroup";
import { TimeField } from "../../../../design/dates/TimeField";
import type { RulesView } from "../../../../ipc/contract";
import type { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { rulesWords } from "../../../../words/rules/rules";
import { businessDayIn, hoursChoice } from "../choices";
import { FormDialog, type FormProps, missing } from "./FormDialog";

const words = rulesWords.hours;

type Body = { how: "any" | "next"; closes: string | null };

/** Whether an evening still counts as the day on which something was received. */
export function HoursDialog({ view, ...props }: FormProps & { view: RulesView }) {
  const initial: Body = { how: view.closes === null ? "any" : "next", closes: view.closes };
  const draft = useDraft("/settings/rules#hours", words.draftTitle, initial);
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const { how, closes } = draft.body;
  const set = (change: Partial<Body>) => draft.set((was) => ({ ...was, ...change }));
  const submit = () => {
    if (how === "next" && closes === null) return setProblem(missing("value", words.missing));
    const value = how === "next" ? closes : null;
    props.settling.settle({
      choices: [hoursChoice(value)],
      effect: value === view.closes ? "none" : "moves",
      done: rulesWords.counting.hoursDone,
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
      <RadioGroup
        label={words.how}
        name="how"
        options={[
          { id: "any", label: words.anyHour },
          { id: "next", label: words.next(businessDayIn(view)) },
        ]}
        value={how}
        onChange={(next) => set({ how: next })}
      />
      {how === "next" ? (
        <TimeField
          label={words.closes}
          name="value"
          value={closes}
          onChange={(next) => set({ closes: next })}
          width="half"
        />
      ) : null}
    </FormDialog>
  );
}

import { useState } from "react";
import { DatePicker } from "../../../../design/dates/DatePicker";
import { TextField } from "../../../../design/fields/TextField";
import type { Day } from "../../../../ipc/contract";
import { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { generalWords } from "../../../../words/messages";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { closedChoice } from "../choices";
import { FormDialog, type FormProps } from "./FormDialog";

const words = rulesWords.closedDay;
const NAME_LIMIT = 200;

type Body = { on: Day | null; name: string };

/** A day on which the office is closed besides the holidays. */
export function ClosedDialog(props: FormProps) {
  const format = useFormat();
  const initial: Body = { on: null, name: "" };
  const draft = useDraft("/settings/rules#closed", words.draftTitle, initial);
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const { on, name } = draft.body;
  const set = (change: Partial<Body>) => draft.set((was) => ({ ...was, ...change }));
  const submit = () => {
    const lacking = lackingIn(draft.body);
    if (on === null || lacking) return setProblem(lacking);
    props.settling.settle({
      choices: [closedChoice(on, name.trim())],
      effect: "moves",
      done: words.done(format.date(on)),
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
      lead={rulesWords.closed.lead}
      words={words}
      draft={draft}
      problem={problem}
      onSubmit={submit}
    >
      <DatePicker
        label={words.on}
        name="on"
        value={on}
        onChange={(next) => set({ on: next })}
        width="half"
      />
      <TextField
        label={words.name}
        name="value"
        hint={words.nameHint}
        value={name}
        onChange={(next) => set({ name: next })}
        limit={NAME_LIMIT}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

function lackingIn({ on, name }: Body): OfficeError | null {
  const fields = [];
  if (on === null) fields.push({ field: "on", message: words.missingDay });
  if (name.trim() === "") fields.push({ field: "value", message: words.missingName });
  return fields.length === 0 ? null : new OfficeError({ kind: "invalid", message: "", fields });
}

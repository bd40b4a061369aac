import { useState } from "react";
import { TextField } from "../../../../design/fields/TextField";
import type { RuleCheck } from "../../../../ipc/contract";
import type { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { generalWords } from "../../../../words/messages";
import { rulesWords } from "../../../../words/rules/rules";
import { limits } from "../../limits";
import { checkChoice } from "../choices";
import { FormDialog, type FormProps } from "./FormDialog";

const words = rulesWords.check;

/** Says that somebody compared a rule with its source, and with what exactly. No date moves. */
export function CheckDialog({ check, ...props }: FormProps & { check: RuleCheck }) {
  const { name, says, citation } = check;
  const key = `/settings/rules#check-${check.at}`;
  const draft = useDraft(key, words.draftTitle(name), { note: "" });
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const submit = () =>
    props.settling.settle({
      choices: [checkChoice(check, draft.body.note)],
      effect: "none",
      done: words.done(name),
      onSaved: async () => {
        await draft.done();
        props.onClose();
      },
      onProblem: setProblem,
    });
  return (
    <FormDialog
      {...props}
      title={words.title(name)}
      lead={words.lead(says, citation)}
      words={words}
      draft={draft}
      problem={problem}
      onSubmit={submit}
    >
      <TextField
        label={words.note}
        name="policy"
        hint={words.noteHint}
        optional={generalWords.optional}
        value={draft.body.note}
        onChange={(note) => draft.set({ note })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

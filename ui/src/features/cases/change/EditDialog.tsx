import { type ReactNode, useState } from "react";
import { TextArea } from "../../../design/fields/TextArea";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { PreviewCase } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import { CaseFields } from "../open/CaseFields";
import { changed, draftOf, formOf, movesClocks } from "../open/caseDraft";
import type { CaseDialogProps } from "./CaseDialogs";

const words = casesWords.edit;

type EditDialogProps = CaseDialogProps & { clockChanges: (facts: PreviewCase) => ReactNode };

/** Changes what a case says about itself, with a reason that stays in its history. */
export function EditDialog({ view, onClose, tellDone, clockChanges }: EditDialogProps) {
  const key = `/cases/${view.id}#edit`;
  const draft = useDraft(key, words.draftTitle(view.number), draftOf(view));
  const change = useAction("cases.change");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const asked = movesClocks(view, draft.body);
  const submit = async () => {
    const form = formOf(draft.body);
    setMissing(form instanceof OfficeError ? form : null);
    change.reset();
    if (form instanceof OfficeError) return;
    const reason = draft.body.reason.trim() === "" ? null : draft.body.reason;
    const { entry } = await change.mutateAsync({ id: view.id, form, reason });
    await draft.done();
    tellDone(words.done, entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      words={words}
      draft={draft}
      problem={missing ?? change.error}
      isPending={change.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <CaseFields draft={draft.body} set={(by) => draft.set((was) => changed(was, by))} />
      {asked === null ? null : clockChanges(asked)}
      <TextArea
        label={casesWords.form.reason}
        hint={casesWords.form.reasonHint}
        name="reason"
        value={draft.body.reason}
        onChange={(reason) => draft.set((was) => ({ ...was, reason }))}
        rows={2}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

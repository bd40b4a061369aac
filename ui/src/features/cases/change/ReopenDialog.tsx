import { TextArea } from "../../../design/fields/TextArea";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { CaseDialogProps } from "./CaseDialogs";

const words = casesWords.reopen;

/** Asks why a closed case is opened again. */
export function ReopenDialog({ view, onClose, tellDone }: CaseDialogProps) {
  const draft = useDraft(`/cases/${view.id}#reopen`, words.draftTitle(view.number), { reason: "" });
  const reopen = useAction("cases.reopen");
  const submit = async () => {
    const { entry } = await reopen.mutateAsync({ id: view.id, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(view.number), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={reopen.error}
      isPending={reopen.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TextArea
        label={words.reason}
        name="reason"
        value={draft.body.reason}
        onChange={(reason) => draft.set({ reason })}
        rows={2}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

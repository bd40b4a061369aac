import { TextField } from "../../../../design/fields/TextField";
import { FormDialog } from "../../../../design/forms/FormDialog";
import { useAction } from "../../../../ipc/cache";
import { useDraft } from "../../../../ipc/useDraft";
import { educationWriteWords } from "../../../../words/education/write";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";
import type { ChangeDialogProps } from "./PublishDialog";

const words = educationWriteWords.retire;

/** Asks why before a text leaves the library. */
export function RetireDialog({ view: { row }, onClose, tellDone }: ChangeDialogProps) {
  const { id, key, language, title } = row;
  const draft = useDraft(`/education/write/${id}#retire`, words.draftTitle(title), { reason: "" });
  const retire = useAction("education.retire");
  const submit = async () => {
    const { entry } = await retire.mutateAsync({ key, language, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(title), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={retire.error}
      isPending={retire.isPending}
      isDanger
      size="small"
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.reason}
        name="reason"
        value={draft.body.reason}
        onChange={(reason) => draft.set({ reason })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
        autoFocus
      />
    </FormDialog>
  );
}

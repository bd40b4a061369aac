import { TextField } from "../../../../design/fields/TextField";
import { FormDialog } from "../../../../design/forms/FormDialog";
import { useAction } from "../../../../ipc/cache";
import type { DraftView, Id } from "../../../../ipc/contract";
import { type OfficeError, toOfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { educationWriteWords } from "../../../../words/education/write";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";

const words = educationWriteWords.publish;

export type ChangeDialogProps = {
  view: DraftView;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

type PublishDialogProps = ChangeDialogProps & {
  /** Takes what the text lacks to where it is written. */
  onLacking: (lacking: OfficeError | null) => void;
};

/** Asks what is different before a text is put out as the next version. */
export function PublishDialog({ view, onLacking, onClose, tellDone }: PublishDialogProps) {
  const { row } = view;
  const { id, title, version } = row;
  const initial = { changed: version === 0 ? words.first : "" };
  const draft = useDraft(`/education/write/${id}#publish`, words.draftTitle(title), initial);
  const publish = useAction("education.publish");
  const submit = async () => {
    const { output, entry } = await publish.mutateAsync({ id, changed: draft.body.changed });
    onLacking(null);
    await draft.done({ changed: "" });
    tellDone(words.done(title, output.row.version), entry);
    onClose();
  };
  const refused = (thrown: unknown) => {
    const problem = toOfficeError(thrown);
    if (!problem.fields.some(({ field }) => field !== "changed")) return;
    onLacking(problem);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={words.lead(version + 1)}
      words={words}
      draft={draft}
      problem={publish.error}
      isPending={publish.isPending}
      size="small"
      onSubmit={() => void submit().catch(refused)}
      onClose={onClose}
    >
      <TextField
        label={words.changed}
        hint={words.changedHint}
        name="changed"
        value={draft.body.changed}
        onChange={(changed) => draft.set({ changed })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
        autoFocus
      />
    </FormDialog>
  );
}

import { TextArea } from "../../../design/fields/TextArea";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { Id, LeafletView } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { readWords } from "../../../words/education/read";
import { generalWords } from "../../../words/messages";
import { limits } from "../form/limits";

const words = readWords.retire;

type RetireDialogProps = {
  view: LeafletView;
  /** The address of the page, without what stands after "#". */
  base: string;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Asks why a leaflet leaves the library. */
export function RetireDialog({ view, base, onClose, tellDone }: RetireDialogProps) {
  const draft = useDraft(`${base}#retire`, words.draftTitle(view.title), { reason: "" });
  const retire = useAction("education.retire");
  const submit = async () => {
    const { key, language, title } = view;
    const { entry } = await retire.mutateAsync({ key, language, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(title), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={words.lead(view.title)}
      words={words}
      draft={draft}
      problem={retire.error}
      isPending={retire.isPending}
      size="small"
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
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

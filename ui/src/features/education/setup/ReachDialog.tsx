import { TextArea } from "../../../design/fields/TextArea";
import { TextField } from "../../../design/fields/TextField";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { HelperEntry, Id } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { setupWords } from "../../../words/education/setup";
import { generalWords } from "../../../words/messages";
import { limits } from "../form/limits";
import { formOf, inputOf, type ReachForm } from "./reach";

const words = setupWords.reach;
const LIMITED = { limit: limits.short, limitWords: generalWords.characters.room };

type ReachDialogProps = {
  helper: HelperEntry;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** How somebody who can help is reached, once for all leaflets. */
export function ReachDialog({ helper, onClose, tellDone }: ReachDialogProps) {
  const { slot, name } = helper;
  const key = `/education/setup#who-${slot}`;
  const draft = useDraft(key, words.draftTitle(name), formOf(helper));
  const fill = useAction("education.fill_helper");
  const submit = async () => {
    const { entry } = await fill.mutateAsync(inputOf(slot, draft.body));
    await draft.done();
    tellDone(setupWords.who.done(name), entry);
    onClose();
  };
  const text = (field: keyof ReachForm) => ({
    name: field,
    value: draft.body[field],
    onChange: (next: string) => draft.set((was) => ({ ...was, [field]: next })),
    ...LIMITED,
  });
  return (
    <FormDialog
      title={words.title(name)}
      lead={helper.does}
      words={words}
      draft={draft}
      problem={fill.error}
      isPending={fill.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TextField label={words.phone} hint={hintOf(helper.suggestedPhone)} {...text("phone")} />
      <TextField label={words.hours} hint={words.hoursHint} {...text("hours")} />
      <TextArea label={words.address} hint={words.addressHint} rows={2} {...text("address")} />
      <TextField label={words.web} hint={hintOf(helper.suggestedWeb)} {...text("web")} />
      <TextField
        label={words.name}
        hint={words.nameHint(name)}
        optional={generalWords.optional}
        {...text("name")}
      />
    </FormDialog>
  );
}

function hintOf(suggested: string | null): string | undefined {
  return suggested === null ? undefined : words.suggested(suggested);
}

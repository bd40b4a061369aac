import { DatePicker } from "../../../design/dates/DatePicker";
import { TextField } from "../../../design/fields/TextField";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { ClockView, Day } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";

const words = clockFormsWords.pause;

type Body = { from: Day | null; why: string };

/** Lets a limit of the organization's own stand still while somebody is waited for. */
export function PauseDialog({ clock, caseId, ...rest }: ClockDialogProps & { clock: ClockView }) {
  const { onClose, tellDone } = rest;
  const today = useOffice("security.status", null).data?.today ?? null;
  const initial: Body = { from: null, why: "" };
  const key = `/cases/${caseId}#pause-${clock.id}`;
  const draft = useDraft(key, words.draftTitle(clock.name), initial);
  const pause = useAction("clocks.pause");
  const from = draft.body.from ?? today;
  const set = (by: Partial<Body>) => draft.set((was) => ({ ...was, ...by }));
  const submit = async () => {
    const { entry } = await pause.mutateAsync({
      id: clock.id,
      from: from ?? "",
      why: draft.body.why,
    });
    await draft.done();
    tellDone(words.done(clock.name), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title(clock.name)}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={pause.error}
      isPending={pause.isPending}
      size="small"
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.why}
        hint={words.whyHint}
        name="why"
        value={draft.body.why}
        onChange={(why) => set({ why })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
        autoFocus
      />
      <DatePicker
        label={words.from}
        name="from"
        value={from}
        onChange={(day) => set({ from: day })}
      />
    </FormDialog>
  );
}

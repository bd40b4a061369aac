import { ReasonDialog } from "../../../design/forms/ReasonDialog";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { EventRecord } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { useFormat } from "../../../words/shown/useFormat";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";
import { ChangesPreview } from "./ChangesPreview";
import { whenWords } from "./whenWords";

const words = clockFormsWords.takeBack;

/** Asks why a recorded date is taken back; the clocks that ran from it stop. */
export function TakeBackDialog({ date, ...rest }: ClockDialogProps & { date: EventRecord }) {
  const { caseId, onClose, tellDone } = rest;
  const format = useFormat();
  const key = `/cases/${caseId}#undate-${date.id}`;
  const draft = useDraft(key, words.draftTitle(date.name), { reason: "" });
  const changes = useOffice("clocks.preview_drop", { id: date.id });
  const drop = useAction("clocks.drop_event");
  const submit = async () => {
    const { entry } = await drop.mutateAsync({ id: date.id, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(date.name), entry);
    onClose();
  };
  return (
    <ReasonDialog
      title={words.title(date.name)}
      lead={words.lead(whenWords(date, format))}
      words={words}
      draft={draft}
      problem={drop.error}
      isPending={drop.isPending}
      isDanger
      limit={limits.line}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <ChangesPreview changes={changes.data} problem={changes.error} />
    </ReasonDialog>
  );
}

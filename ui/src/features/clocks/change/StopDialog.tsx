import { ReasonDialog } from "../../../design/forms/ReasonDialog";
import { useAction } from "../../../ipc/cache";
import type { ClockView } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";

const words = clockFormsWords.stop;

/** Asks why a clock does not apply to this case. */
export function StopDialog({ clock, caseId, ...rest }: ClockDialogProps & { clock: ClockView }) {
  const { onClose, tellDone } = rest;
  const key = `/cases/${caseId}#stop-${clock.id}`;
  const draft = useDraft(key, words.draftTitle(clock.name), { reason: "" });
  const stop = useAction("clocks.stop");
  const submit = async () => {
    const { entry } = await stop.mutateAsync({ id: clock.id, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(clock.name), entry);
    onClose();
  };
  return (
    <ReasonDialog
      title={words.title(clock.name)}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={stop.error}
      isPending={stop.isPending}
      isDanger
      limit={limits.line}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    />
  );
}

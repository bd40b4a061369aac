import { ReasonDialog } from "../../../design/forms/ReasonDialog";
import { useAction } from "../../../ipc/cache";
import type { StoppedClock } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { useFormat } from "../../../words/shown/useFormat";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";

const words = clockFormsWords.startAgain;

type StartAgainDialogProps = ClockDialogProps & { clock: StoppedClock };

/** Asks why a clock that somebody stopped runs again. */
export function StartAgainDialog({ clock, caseId, ...rest }: StartAgainDialogProps) {
  const { onClose, tellDone } = rest;
  const { id, name, on, reason } = clock;
  const format = useFormat();
  const draft = useDraft(`/cases/${caseId}#again-${id}`, words.draftTitle(name), { reason: "" });
  const start = useAction("clocks.start_again");
  const submit = async () => {
    const { entry } = await start.mutateAsync({ id, reason: draft.body.reason });
    await draft.done();
    tellDone(words.done(name), entry);
    onClose();
  };
  return (
    <ReasonDialog
      title={words.title(name)}
      lead={words.lead(format.day(on), reason)}
      words={words}
      draft={draft}
      problem={start.error}
      isPending={start.isPending}
      limit={limits.line}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    />
  );
}

import { useAction } from "../../../ipc/cache";
import type { CaseClocks, Id } from "../../../ipc/contract";
import { canKeep, canMeet } from "../../../ipc/evidence";
import { clocksWords } from "../../../words/clocks";
import { ExtendDialog } from "../change/ExtendDialog";
import { PauseDialog } from "../change/PauseDialog";
import { StartAgainDialog } from "../change/StartAgainDialog";
import { StopDialog } from "../change/StopDialog";
import { EvidenceDialog } from "./EvidenceDialog";
import { PromiseDialog } from "./PromiseDialog";

const words = clocksWords.evidence;

export type ClockDialogProps = {
  caseId: Id;
  onClose: () => void;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

type ClockDialogsProps = ClockDialogProps & { open: CaseClocks; section: string | null };

/** The dialog of clocks and promises that the address names after "#". */
export function ClockDialogs({ open, section, ...props }: ClockDialogsProps) {
  const meet = useAction("clocks.meet");
  const keep = useAction("clocks.keep_promise");
  const clock = open.clocks.find(({ id, metOn }) => section === `meet-${id}` && metOn === null);
  const promise = open.promises.find(
    ({ id, keptOn }) => section === `keep-${id}` && keptOn === null,
  );
  if (section === "promise") return <PromiseDialog {...props} />;
  const changed = open.clocks.find(
    ({ id, metOn }) => metOn === null && section?.endsWith(`-${id}`) === true,
  );
  if (changed && section === `extend-${changed.id}` && changed.extension !== null) {
    return <ExtendDialog clock={changed} extension={changed.extension} {...props} />;
  }
  if (changed && section === `pause-${changed.id}` && changed.mayPause) {
    return <PauseDialog clock={changed} {...props} />;
  }
  const stopped = open.stopped.find(({ id }) => section === `again-${id}`);
  if (stopped) return <StartAgainDialog clock={stopped} {...props} />;
  if (changed && section === `stop-${changed.id}`) return <StopDialog clock={changed} {...props} />;
  if (clock) {
    return (
      <EvidenceDialog
        {...props}
        title={words.meetTitle(clock.name)}
        lead={`${words.lead} ${words.metBy(clock.metBy)}`}
        fits={(contact) => canMeet(clock, contact)}
        submit={words.submitMeet}
        problem={meet.error}
        onChoose={async (contact) => {
          const { entry } = await meet.mutateAsync({ id: clock.id, contact });
          props.tellDone(words.met(clock.name), entry);
        }}
      />
    );
  }
  if (promise === undefined) return null;
  return (
    <EvidenceDialog
      {...props}
      title={words.keepTitle(promise.what)}
      lead={words.keepLead}
      fits={(contact) => canKeep(promise, contact)}
      submit={words.submitKeep}
      problem={keep.error}
      onChoose={async (contact) => {
        const { entry } = await keep.mutateAsync({ id: promise.id, contact });
        props.tellDone(words.kept(promise.what), entry);
      }}
    />
  );
}

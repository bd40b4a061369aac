import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { EventOffer, EventsView, Moment } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import type { ClockDialogProps } from "../panel/ClockDialogs";
import styles from "./Dates.module.css";
import { EventChanges } from "./EventChanges";
import { NoteField } from "./NoteField";
import { timeFor } from "./offers";
import { PickDate } from "./PickDate";
import { WhenField } from "./WhenField";

const words = clockFormsWords.add;

type Body = { event: string | null; at: Moment | null; note: string; shownBy: string };
const EMPTY: Body = { event: null, at: null, note: "", shownBy: "" };

type AddDateDialogProps = ClockDialogProps & { dates: EventsView };

/** Records a day that time limits run from: what happened, when, and what that does. */
export function AddDateDialog({ dates, caseId, onClose, tellDone }: AddDateDialogProps) {
  const draft = useDraft(`/cases/${caseId}#date`, words.draftTitle, EMPTY);
  const record = useAction("clocks.record_event");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const [isPicked, setPicked] = useState(false);
  const { event, at, note, shownBy = "" } = draft.body;
  const offer = dates.offers.find((one) => one.event === event);
  const set = (by: Partial<Body>) => draft.set((was) => ({ ...was, ...by }));
  const submit = async () => {
    const lacking = offer === undefined ? lacks("event") : at === null ? lacks("at") : null;
    setMissing(lacking);
    record.reset();
    if (offer === undefined || at === null) return;
    const said = { at, note: note || null, shownBy: shownBy || null };
    const input = { case: caseId, event: offer.event, ...said };
    const { entry } = await record.mutateAsync(input);
    await draft.done();
    tellDone(words.done(offer.name), entry);
    onClose();
  };
  const choose = (chosen: EventOffer) => {
    setMissing(null);
    setPicked(true);
    set({ event: chosen.event, at: timeFor(chosen.known, at) });
  };
  return (
    <FormDialog
      title={words.title}
      lead={offer === undefined ? words.lead : undefined}
      words={words}
      draft={draft}
      problem={missing ?? record.error}
      isPending={record.isPending}
      canSubmit={offer !== undefined}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      {offer === undefined ? (
        <PickDate offers={dates.offers} wasGone={event !== null} onChoose={choose} />
      ) : (
        <>
          <Chosen offer={offer} onAnother={() => set({ event: null })} />
          <WhenField
            key={offer.event}
            known={offer.known}
            planned={offer.planned}
            value={at}
            onChange={(next) => set({ at: next })}
            takesFocus={isPicked}
          />
          <NoteField value={note} onChange={(next) => set({ note: next })} />
          {at === null ? null : (
            <EventChanges
              key={offer.event}
              caseId={caseId}
              event={offer.event}
              record={null}
              at={at}
              shownBy={shownBy}
              onShownBy={(by) => set({ shownBy: by })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

function Chosen({ offer, onAnother }: { offer: EventOffer; onAnother: () => void }) {
  return (
    <div>
      <p className={styles.quiet}>{offer.name}</p>
      <div className={styles.chosen}>
        <p className={styles.question}>{offer.question}</p>
        <Button variant="link" size="small" onPress={onAnother}>
          {words.another}
        </Button>
      </div>
    </div>
  );
}

function lacks(field: "event" | "at"): OfficeError {
  const message = field === "event" ? words.missing : words.missingDay;
  return new OfficeError({ kind: "invalid", message, fields: [{ field, message }] });
}

import { useState } from "react";
import { TextField } from "../../../design/fields/TextField";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { EventRecord, Moment } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";
import { EventChanges } from "./EventChanges";
import { NoteField } from "./NoteField";
import { timeFor } from "./offers";
import { WhenField } from "./WhenField";

const words = clockFormsWords.correct;

type Body = { at: Moment | null; note: string; shownBy: string; reason: string };

/** Puts a recorded date right, and shows what that does before it is saved. */
export function CorrectDialog({ date, ...rest }: ClockDialogProps & { date: EventRecord }) {
  const { caseId, onClose, tellDone } = rest;
  const initial: Body = {
    at: timeFor(date.known, date.at),
    note: date.note ?? "",
    shownBy: date.shownBy ?? "",
    reason: "",
  };
  const draft = useDraft(`/cases/${caseId}#date-${date.id}`, words.draftTitle(date.name), initial);
  const move = useAction("clocks.move_event");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const { at, note, shownBy = initial.shownBy, reason } = draft.body;
  const set = (by: Partial<Body>) => draft.set((was) => ({ ...was, ...by }));
  const submit = async () => {
    setMissing(at === null ? noDay() : null);
    move.reset();
    if (at === null) return;
    const input = { id: date.id, at, note: note || null, shownBy: shownBy || null, reason };
    const { entry } = await move.mutateAsync(input);
    await draft.done();
    tellDone(words.done(date.name), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title(date.name)}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={missing ?? move.error}
      isPending={move.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <WhenField known={date.known} value={at} onChange={(next) => set({ at: next })} />
      <NoteField value={note} onChange={(next) => set({ note: next })} />
      {at === null ? null : (
        <EventChanges
          caseId={caseId}
          event={date.event}
          record={date.id}
          at={at}
          shownBy={shownBy}
          onShownBy={(by) => set({ shownBy: by })}
          isTold={at !== initial.at || shownBy !== initial.shownBy}
        />
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        value={reason}
        onChange={(next) => set({ reason: next })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

function noDay(): OfficeError {
  const message = clockFormsWords.add.missingDay;
  return new OfficeError({ kind: "invalid", message, fields: [{ field: "at", message }] });
}

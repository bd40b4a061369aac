import { useState } from "react";
import { Select } from "../../../design/choices/Select";
import { DatePicker } from "../../../design/dates/DatePicker";
import { TextArea } from "../../../design/fields/TextArea";
import { FormDialog } from "../../../design/forms/FormDialog";
import { Banner } from "../../../design/telling/Banner";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { Day, Outcome } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { CaseDialogProps } from "./CaseDialogs";

const words = casesWords.close;

type Body = { outcome: Outcome | null; note: string; on: Day | null };

/** Asks how a case ended before it is closed. */
export function CloseDialog({ view, onClose, tellDone }: CaseDialogProps) {
  const status = useOffice("security.status", null);
  const initial: Body = { outcome: view.outcome, note: "", on: null };
  const draft = useDraft(`/cases/${view.id}#close`, words.draftTitle(view.number), initial);
  const close = useAction("cases.close");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const { outcome, note } = draft.body;
  const on = draft.body.on ?? status.data?.today ?? null;
  const set = (change: Partial<Body>) => draft.set((was) => ({ ...was, ...change }));
  const undecided = view.issues.filter(({ state }) => state !== "decided").length;
  const submit = async () => {
    const gap = outcome === null ? "outcome" : on === null ? "on" : null;
    setMissing(gap === null ? null : lacking(gap));
    close.reset();
    if (outcome === null || on === null) return;
    const { entry } = await close.mutateAsync({ id: view.id, outcome, note, on });
    await draft.done();
    tellDone(words.done(view.number), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={missing ?? close.error}
      isPending={close.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      {undecided > 0 ? <Banner tone="soon">{words.issuesOpen(undecided)}</Banner> : null}
      <Select
        label={words.outcome}
        name="outcome"
        options={choices(labels.outcome).map((one) => ({
          ...one,
          hint: casesWords.outcomeMeaning[one.id],
        }))}
        value={outcome}
        onChange={(next) => set({ outcome: next })}
        placeholder={words.outcomePlaceholder}
        hint={outcome === null ? undefined : casesWords.outcomeMeaning[outcome]}
        width="half"
      />
      <TextArea
        label={words.note}
        name="note"
        value={note}
        onChange={(next) => set({ note: next })}
        rows={4}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
      <DatePicker
        label={words.on}
        name="on"
        value={on}
        onChange={(next) => set({ on: next })}
        width="half"
      />
    </FormDialog>
  );
}

function lacking(field: "outcome" | "on"): OfficeError {
  return new OfficeError({
    kind: "invalid",
    message: words.lacking[field],
    fields: [{ field, message: words.lacking[field] }],
  });
}

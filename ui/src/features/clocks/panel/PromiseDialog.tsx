import { Button } from "../../../design/buttons/Button";
import { Select } from "../../../design/choices/Select";
import { DatePicker } from "../../../design/dates/DatePicker";
import { TextField } from "../../../design/fields/TextField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { CaseParty, Day, Id } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { clocksWords } from "../../../words/clocks";
import { generalWords } from "../../../words/messages";
import { useFormat } from "../../../words/shown/useFormat";
import type { ClockDialogProps } from "./ClockDialogs";
import styles from "./Clocks.module.css";

const words = clocksWords.promise;
const MOST = 500;

type Body = { what: string; due: Day | null; to: Id | null };

/** Keeps a date that was given to somebody. */
export function PromiseDialog({ caseId, onClose, tellDone }: ClockDialogProps) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const format = useFormat();
  const initial: Body = { what: "", due: null, to: null };
  const draft = useDraft(`/cases/${caseId}#promise`, words.draftTitle, initial);
  const promise = useAction("clocks.promise");
  const { what, due, to } = draft.body;
  const set = (change: Partial<Body>) => draft.set((was) => ({ ...was, ...change }));
  const submit = async () => {
    const { entry } = await promise.mutateAsync({ case: caseId, what, due: due ?? "", to });
    await draft.done();
    tellDone(due === null ? words.title : words.done(format.day(due)), entry);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={words.title}
      closeLabel={generalWords.close}
      size="small"
    >
      <Stack gap={4}>
        <p className={styles.quiet}>{words.lead}</p>
        {draft.ready ? (
          <OfficeForm
            problem={promise.error}
            onSubmit={() => void submit().catch(() => undefined)}
            summaryTitle={words.problem}
            label={words.title}
            isPending={promise.isPending}
            actions={
              <>
                <Button
                  type="submit"
                  variant="primary"
                  isPending={promise.isPending}
                  pendingLabel={words.submitting}
                >
                  {words.submit}
                </Button>
                <Button onPress={onClose}>{generalWords.cancel}</Button>
              </>
            }
          >
            <TextField
              label={words.what}
              hint={words.whatHint}
              name="what"
              value={what}
              onChange={(next) => set({ what: next })}
              limit={MOST}
              autoFocus
            />
            <DatePicker
              label={words.due}
              name="due"
              value={due}
              onChange={(next) => set({ due: next })}
            />
            <Select
              label={words.to}
              name="to"
              options={peopleOf(view?.parties ?? [])}
              value={to}
              onChange={(next) => set({ to: next })}
              placeholder={words.toPlaceholder}
              optional={generalWords.optional}
            />
          </OfficeForm>
        ) : null}
      </Stack>
    </Dialog>
  );
}

function peopleOf(parties: readonly CaseParty[]): { id: Id; label: string }[] {
  return [...new Map(parties.map(({ person, name }) => [person, name]))].map(([id, label]) => ({
    id,
    label,
  }));
}

import { Button } from "../../design/buttons/Button";
import { TextField } from "../../design/fields/TextField";
import { OfficeForm } from "../../design/forms/OfficeForm";
import { Stack } from "../../design/layout/Stack";
import { Dialog } from "../../design/overlays/Dialog";
import { Banner } from "../../design/telling/Banner";
import { useAction } from "../../ipc/cache";
import type { Saved, SummaryOptions } from "../../ipc/contract";
import { useDraft } from "../../ipc/useDraft";
import { exportsWords } from "../../words/exports";
import { generalWords } from "../../words/messages";

const words = exportsWords.dialog;
const MOST = { reason: 500, recipient: 200 };

export type Leaving = "print" | "save";

type LeaveDialogProps = {
  leaving: Leaving;
  options: SummaryOptions;
  onClose: () => void;
  onSaved: (saved: Saved) => void;
  onPrinted: () => void;
};

/** Asks why a copy leaves the office and for whom, and says plainly that it is not encrypted. */
export function LeaveDialog({ leaving, options, onClose, onSaved, onPrinted }: LeaveDialogProps) {
  const isSave = leaving === "save";
  const title = isSave ? words.saveTitle : words.printTitle;
  const key = `/cases/${options.case}/summary`;
  const draft = useDraft(key, title, { reason: "", recipient: "" });
  const save = useAction("exports.save");
  const print = useAction("exports.print");
  const { error, isPending } = isSave ? save : print;
  const set = (change: Partial<typeof draft.body>) => draft.set((was) => ({ ...was, ...change }));
  const submit = async () => {
    const asked = { ...options, ...draft.body };
    if (isSave) {
      const { output } = await save.mutateAsync({ ...asked, path: null });
      // The person closed the window that asks where to save: nothing left, and nothing is lost.
      if (output === null) return;
      onSaved(output);
    } else {
      await print.mutateAsync(asked);
      onPrinted();
    }
    await draft.done();
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      closeLabel={generalWords.close}
      size="small"
    >
      <Stack gap={4}>
        <Banner tone="soon" title={words.warningTitle}>
          {words.warning}
        </Banner>
        {draft.ready ? (
          <OfficeForm
            problem={error}
            onSubmit={() => void submit().catch(() => undefined)}
            summaryTitle={words.problem}
            label={title}
            isPending={isPending}
            actions={
              <>
                <Button
                  type="submit"
                  variant="primary"
                  isPending={isPending}
                  pendingLabel={isSave ? words.saving : words.printing}
                >
                  {isSave ? words.save : words.print}
                </Button>
                <Button onPress={onClose}>{generalWords.cancel}</Button>
              </>
            }
          >
            <TextField
              label={words.reason}
              hint={words.reasonHint}
              name="reason"
              value={draft.body.reason}
              onChange={(reason) => set({ reason })}
              limit={MOST.reason}
              autoFocus
            />
            <TextField
              label={words.recipient}
              hint={words.recipientHint}
              name="recipient"
              value={draft.body.recipient}
              onChange={(recipient) => set({ recipient })}
              limit={MOST.recipient}
            />
          </OfficeForm>
        ) : null}
      </Stack>
    </Dialog>
  );
}

import type { ReactNode } from "react";
import type { OfficeError } from "../../ipc/errors";
import type { DraftHold } from "../../ipc/useDraft";
import { generalWords } from "../../words/messages";
import { Button } from "../buttons/Button";
import { Stack } from "../layout/Stack";
import { Dialog } from "../overlays/Dialog";
import { Skeleton } from "../telling/Skeleton";
import { DraftBar, DraftKept } from "./DraftNote";
import styles from "./FormDialog.module.css";
import { OfficeForm } from "./OfficeForm";

export type FormDialogProps = {
  title: string;
  lead?: ReactNode;
  /** The words of this form: the button, what it reads at work, the heading of its errors. */
  words: { submit: string; submitting: string; problem: string };
  draft: Pick<DraftHold<unknown>, "ready" | "kept" | "restored" | "goOn" | "startOver" | "problem">;
  problem: OfficeError | null;
  isPending: boolean;
  isDanger?: boolean | undefined;
  size?: "small" | "normal" | "wide" | undefined;
  /** False while there is nothing yet that could be sent. */
  canSubmit?: boolean | undefined;
  /** Beside the button that sends it. */
  more?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog. Closing it keeps what was typed. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, words, draft, problem, isPending, isDanger, size } = props;
  const { canSubmit = true, onSubmit, onClose } = props;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      closeLabel={generalWords.close}
      size={size}
    >
      <Stack gap={4}>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
        <DraftBar draft={draft} words={generalWords.draft} />
        {draft.ready ? (
          <OfficeForm
            problem={problem}
            onSubmit={onSubmit}
            summaryTitle={words.problem}
            label={title}
            isPending={isPending}
            actions={
              <>
                {canSubmit ? (
                  <Button
                    type="submit"
                    variant={isDanger ? "danger" : "primary"}
                    isPending={isPending}
                    pendingLabel={words.submitting}
                  >
                    {words.submit}
                  </Button>
                ) : null}
                {props.more}
                <Button onPress={onClose}>{generalWords.cancel}</Button>
                <DraftKept draft={draft} words={generalWords.draft} />
              </>
            }
          >
            {props.children}
          </OfficeForm>
        ) : (
          <Skeleton label={generalWords.loading} shape="form" count={3} />
        )}
      </Stack>
    </Dialog>
  );
}

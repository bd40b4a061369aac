import type { ReactNode } from "react";
import { Button } from "../../../../design/buttons/Button";
import { DraftBar, DraftKept } from "../../../../design/forms/DraftNote";
import { OfficeForm } from "../../../../design/forms/OfficeForm";
import { Stack } from "../../../../design/layout/Stack";
import { Dialog } from "../../../../design/overlays/Dialog";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { OfficeError } from "../../../../ipc/errors";
import type { DraftHold } from "../../../../ipc/useDraft";
import { generalWords } from "../../../../words/messages";
import type { Settling } from "../saving/useSettling";
import styles from "./FormDialog.module.css";

/** What every form of this page takes. */
export type FormProps = { settling: Settling; onClose: () => void };

type FormDialogProps = FormProps & {
  title: string;
  lead: string;
  words: { submit: string; submitting: string; problem: string };
  draft: Pick<DraftHold<unknown>, "ready" | "kept" | "restored" | "goOn" | "startOver" | "problem">;
  problem: OfficeError | null;
  /** Beside the button that sends it. */
  more?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
};

/** A form about rules in a dialog. Closing it keeps what was typed; it steps back while it is asked. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, words, draft, problem, settling, onSubmit, onClose } = props;
  return (
    <Dialog
      isOpen={settling.asking === null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      closeLabel={generalWords.close}
      size="small"
    >
      <Stack gap={4}>
        <p className={styles.lead}>{lead}</p>
        <DraftBar draft={draft} words={generalWords.draft} />
        {draft.ready ? (
          <OfficeForm
            problem={problem}
            onSubmit={onSubmit}
            summaryTitle={words.problem}
            label={title}
            isPending={settling.isPending}
            actions={
              <>
                <Button
                  type="submit"
                  variant="primary"
                  isPending={settling.isPending}
                  pendingLabel={words.submitting}
                >
                  {words.submit}
                </Button>
                {props.more}
                <Button onPress={onClose}>{generalWords.cancel}</Button>
                <DraftKept draft={draft} words={generalWords.draft} />
              </>
            }
          >
            {props.children}
          </OfficeForm>
        ) : (
          <Skeleton label={generalWords.loading} shape="form" count={2} />
        )}
      </Stack>
    </Dialog>
  );
}

/** What a form says of a field that the office would take as empty on purpose. */
export function missing(field: string, message: string): OfficeError {
  return new OfficeError({ kind: "invalid", message: "", fields: [{ field, message }] });
}

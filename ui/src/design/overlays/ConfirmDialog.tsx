import type { ReactNode } from "react";
import { Button } from "../buttons/Button";
import { Dialog } from "./Dialog";

export type ConfirmDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question: "Leave the sample office?" */
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The verb of the question: "Leave". */
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  isDanger?: boolean | undefined;
  isPending?: boolean | undefined;
};

/** Only for what Undo cannot take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, cancelLabel, onConfirm } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      closeLabel={null}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>{cancelLabel}</Button>
          <Button
            variant={props.isDanger ? "danger" : "primary"}
            onPress={onConfirm}
            isPending={props.isPending ?? false}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

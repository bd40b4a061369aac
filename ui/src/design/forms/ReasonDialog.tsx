import type { ReactNode } from "react";
import { generalWords } from "../../words/messages";
import { TextField } from "../fields/TextField";
import { FormDialog, type FormDialogProps } from "./FormDialog";

type Reason = { reason: string };

type ReasonDialogProps = Omit<FormDialogProps, "words" | "draft" | "size" | "children"> & {
  words: FormDialogProps["words"] & Reason;
  draft: FormDialogProps["draft"] & { body: Reason; set: (body: Reason) => void };
  /** How long the reason may be. */
  limit: number;
  /** What stands above the reason. */
  children?: ReactNode;
};

/** Asks why, in a line, before something is done. */
export function ReasonDialog({ limit, children, ...rest }: ReasonDialogProps) {
  const { words, draft } = rest;
  return (
    <FormDialog {...rest} size="small">
      {children}
      <TextField
        label={words.reason}
        name="reason"
        value={draft.body.reason}
        onChange={(reason) => draft.set({ reason })}
        limit={limit}
        limitWords={generalWords.characters.room}
        autoFocus
      />
    </FormDialog>
  );
}

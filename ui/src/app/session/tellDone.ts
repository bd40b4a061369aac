import { tell } from "../../design/overlays/Toast";
import { call } from "../../ipc/call";
import type { Id } from "../../ipc/contract";
import { toOfficeError } from "../../ipc/errors";
import { frameWords } from "../../words/frame";
import { generalWords } from "../../words/messages";

export type TellDone = (words: string, entry: Id | null) => void;

/** Says that something is done, and offers to undo it when the journal knows the entry. */
export const tellDone: TellDone = (words, entry) => {
  const undo =
    entry === null ? undefined : { label: generalWords.undo, run: () => takeBack(entry) };
  tell({ words, action: undo });
};

function takeBack(entry: Id): void {
  call("journal.undo", { entry }).then(
    () => tell({ words: frameWords.undone }),
    (thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" }),
  );
}

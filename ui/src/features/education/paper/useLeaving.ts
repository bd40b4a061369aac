import { useState } from "react";
import { tell } from "../../../design/overlays/Toast";
import { useAction } from "../../../ipc/cache";
import type { Handing, Saved } from "../../../ipc/contract";
import { toOfficeError } from "../../../ipc/errors";
import { paperWords as words } from "../../../words/education/paper";

/** Prints what is on the desk, or saves it where the person says. */
export function useLeaving(handing: Handing, onLeft: () => void = () => {}) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const print = useAction("education.print");
  const save = useAction("education.save");
  const late = (thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" });
  return {
    saved,
    isPrinting: print.isPending,
    isSaving: save.isPending,
    print: () =>
      void print
        .mutateAsync({ handing })
        .then(() => {
          tell({ words: words.printed });
          onLeft();
        })
        .catch(late),
    // Without an answer the person closed the window that asks where: nothing left.
    save: () =>
      void save
        .mutateAsync({ handing, path: null })
        .then(({ output }) => {
          if (output === null) return;
          setSaved(output);
          onLeft();
        })
        .catch(late),
  };
}

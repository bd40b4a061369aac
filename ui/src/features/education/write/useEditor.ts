import { useCallback, useMemo, useState } from "react";
import { useShortcuts } from "../../../design/keys";
import { useAction } from "../../../ipc/cache";
import type { DraftView, Id, LeafletForm, Purpose } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import { type DraftHold, useDraft } from "../../../ipc/useDraft";
import { educationWriteWords } from "../../../words/education/write";
import { isSame, tidied } from "./opening";
import type { WritePageProps } from "./WritePage";

const words = educationWriteWords.edit;

export type EditorHold = {
  draft: DraftHold<LeafletForm>;
  /** Whether what is typed is what is saved. */
  isSaved: boolean;
  isPending: boolean;
  problem: OfficeError | null;
  /** What the text lacks before it can be published. */
  lacking: OfficeError | null;
  setLacking: (lacking: OfficeError | null) => void;
  save: () => void;
  /** Saves what is not saved yet, then asks what is different. */
  publish: () => void;
};

type EditorOptions = WritePageProps & { view: DraftView | null; saved: LeafletForm };

/** Saves a text, and keeps what is typed until then. */
export function useEditor(options: EditorOptions): EditorHold {
  const { id, purpose, of, view, saved, go, tellDone } = options;
  const address = id === null ? newAddress(purpose, of) : addressOf(id);
  const title = view?.form.title || words.untitled[purpose];
  const draft = useDraft(address, title, saved);
  const write = useAction("education.write");
  const [isPending, setPending] = useState(false);
  const [lacking, setLacking] = useState<OfficeError | null>(null);
  const isSaved = id !== null && isSame(draft.body, saved);
  const send = async (after: string) => {
    setPending(true);
    setLacking(null);
    try {
      const { output, entry } = await write.mutateAsync({
        id,
        key: of,
        form: tidied(draft.body),
      });
      await draft.done(id === null ? saved : output.form);
      if (after === "") tellDone(words.saved(output.row.version), entry);
      if (id === null || after !== "") go(addressOf(output.row.id) + after);
    } finally {
      setPending(false);
    }
  };
  const run = (after: string) => void send(after).catch(() => undefined);
  const save = () => {
    if (!isSaved && !isPending) run("");
  };
  useSaveKey(save);
  return {
    draft,
    isSaved,
    isPending,
    problem: write.error,
    lacking,
    setLacking,
    save,
    publish: () => (isSaved && id !== null ? go(`${addressOf(id)}#publish`) : run("#publish")),
  };
}

function newAddress(purpose: Purpose, of: string | null): string {
  return of === null
    ? `/education/write/new?purpose=${purpose}`
    : `/education/write/new?of=${encodeURIComponent(of)}`;
}

function addressOf(id: Id): string {
  return `/education/write/${id}`;
}

function useSaveKey(save: () => void): void {
  const [latest] = useState(() => ({ save }));
  latest.save = save;
  const run = useCallback(() => latest.save(), [latest]);
  const shortcuts = useMemo(
    () => [
      {
        id: "write.save",
        label: words.save,
        keys: "Mod+S",
        group: words.group,
        run,
        inFields: true,
      },
    ],
    [run],
  );
  useShortcuts(shortcuts);
}

import { useEffect, useEffectEvent, useState } from "react";
import { Page } from "../../../design/layout/Page";
import { Banner } from "../../../design/telling/Banner";
import { useAction } from "../../../ipc/cache";
import { call, type Drag, onDragged } from "../../../ipc/call";
import type { Id, ImportPreview, ImportResult } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import { peopleWords } from "../../../words/people";
import { Choose } from "./Choose";
import { Done } from "./Done";
import { Preview } from "./Preview";
import { Working } from "./Working";

type BringPageProps = {
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

type Bringing = { result: ImportResult; entry: Id | null };

const { bring: words } = peopleWords;

/** Files in, everything seen first, then all of it at once. */
export function BringPage({ go }: BringPageProps) {
  const read = useAction("people.import_preview");
  const apply = useAction("people.import_apply");
  const [preview, setPreview] = useHeldPreview();
  const [done, setDone] = useState<Bringing | null>(null);
  const look = (kind: "choose" | "dropped") => {
    apply.reset();
    read.mutate({ kind }, { onSuccess: ({ output }) => setPreview(output) });
  };
  const isOver = useDrops(preview === null && done === null && !read.isPending, () =>
    look("dropped"),
  );
  const bringIn = (token: Id, exclude: number[]) =>
    apply.mutate(
      { token, exclude },
      {
        onSuccess: ({ output, entry }) => {
          setDone({ result: output, entry });
          setPreview(null, { isKept: true });
        },
      },
    );
  return (
    <Page
      title={done ? words.doneTitle : words.title}
      lead={done ? undefined : words.lead}
      width="reading"
    >
      <Problem error={read.error ?? apply.error} />
      {done ? (
        <Done {...done} go={go} onAgain={() => setDone(null)} />
      ) : read.isPending || apply.isPending ? (
        <Working label={apply.isPending ? words.importing : words.reading} />
      ) : preview ? (
        <Preview
          preview={preview}
          onBringIn={bringIn}
          onDrop={() => setPreview(null)}
          onAgain={() => look("choose")}
        />
      ) : (
        <Choose isOver={isOver} onChoose={() => look("choose")} />
      )}
    </Page>
  );
}

function Problem({ error }: { error: OfficeError | null }) {
  if (error === null) return null;
  return (
    <Banner tone="late" live>
      {error.message}
    </Banner>
  );
}

type SetPreview = (next: ImportPreview | null, how?: { isKept: boolean }) => void;

/** The office holds a preview until it is applied or let go; leaving the page lets go of it. */
function useHeldPreview(): [ImportPreview | null, SetPreview] {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const token = preview?.token ?? null;
  const [applied, setApplied] = useState<Id | null>(null);
  useEffect(() => {
    if (token === null || token === applied) return;
    return () => void call("people.import_drop", { token }).catch(() => {});
  }, [token, applied]);
  const set: SetPreview = (next, how) => {
    if (how?.isKept) setApplied(token);
    setPreview(next);
  };
  return [preview, set];
}

/**
 * Hears files dropped on the window while the page can take them; tells whether some hover now.
 * It listens once: listening anew for each change would miss a hand that is quick.
 */
function useDrops(isReady: boolean, onDrop: () => void): boolean {
  const [isOver, setOver] = useState(false);
  const hear = useEffectEvent((drag: Drag) => {
    setOver(drag === "over");
    if (drag === "dropped" && isReady) onDrop();
  });
  useEffect(() => onDragged((drag) => hear(drag)), []);
  return isOver && isReady;
}

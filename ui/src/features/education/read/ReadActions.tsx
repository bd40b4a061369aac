import { Ellipsis, Handshake, Printer } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { Menu, type MenuEntry } from "../../../design/overlays/Menu";
import { tell } from "../../../design/overlays/Toast";
import { useAction } from "../../../ipc/cache";
import type { Id, LeafletView } from "../../../ipc/contract";
import { toOfficeError } from "../../../ipc/errors";
import { readWords } from "../../../words/education/read";
import { writeStack } from "../stack";

const words = readWords.actions;

type ReadActionsProps = {
  view: LeafletView;
  /** Whether an earlier text is being read, as it was given. */
  isGiven: boolean;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** What can be done with a leaflet. A text as it was given is only read. */
export function ReadActions({ view, isGiven, go, tellDone }: ReadActionsProps) {
  const more = useMore({ view, isGiven, go, tellDone });
  if (isGiven) return null;
  const here = `/education/${view.key}?lang=${view.language}`;
  const stack = encodeURIComponent(writeStack([view]));
  const from = encodeURIComponent(writeStack([view]));
  const isOut = view.state !== "retired";
  return (
    <>
      {view.questions.length > 0 && isOut ? (
        <Button onPress={() => go(`/education/questions?from=${from}`)}>{words.questions}</Button>
      ) : null}
      {isOut ? (
        <>
          <Button icon={Printer} onPress={() => go(`/education/paper?stack=${stack}`)}>
            {words.paper}
          </Button>
          <Button variant="primary" icon={Handshake} onPress={() => go(`${here}#hand-out`)}>
            {words.give}
          </Button>
        </>
      ) : null}
      <Menu
        trigger={
          <Button icon={Ellipsis} isPending={more.isPending}>
            {words.more}
          </Button>
        }
        label={words.more}
        entries={more.entries}
        onChoose={more.choose}
        placement="bottom end"
      />
    </>
  );
}

/** To adapt or edit it, to retire it or put it back. */
function useMore({ view, go, tellDone }: ReadActionsProps) {
  const adapt = useAction("education.adapt");
  const restore = useAction("education.restore");
  const name = { key: view.key, language: view.language };
  const late = (thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" });
  const runs: Record<string, () => void | Promise<void>> = {
    edit: () => go(`/education/write/${view.own}`),
    adapt: async () => {
      const { output, entry } = await adapt.mutateAsync(name);
      tellDone(words.adapted, entry);
      go(`/education/write/${output.row.id}`);
    },
    translate: () => go(`/education/write/new?of=${encodeURIComponent(view.key)}`),
    retire: () => go(`/education/${view.key}?lang=${view.language}#retire`),
    restore: async () => {
      const { entry } = await restore.mutateAsync(name);
      tellDone(words.restored(view.title), entry);
    },
  };
  const entries: MenuEntry[] = [
    view.own === null ? { id: "adapt", label: words.adapt } : { id: "edit", label: words.edit },
    { id: "translate", label: words.translate },
    view.state === "retired"
      ? { id: "restore", label: words.restore }
      : { id: "retire", label: words.retire },
  ];
  const choose = (id: string) => void Promise.resolve(runs[id]?.()).catch(late);
  return { entries, choose, isPending: adapt.isPending || restore.isPending };
}

import { Ellipsis, FileText } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { IconButton } from "../../../design/buttons/IconButton";
import { Menu } from "../../../design/overlays/Menu";
import { useAction } from "../../../ipc/cache";
import type { CaseView, Id, Stage } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import styles from "./Case.module.css";

const words = casesWords.page;
// A case is closed with an outcome, by its own dialog.
const STAGES = choices(labels.stage).filter(({ id }) => id !== "closed");

type CaseActionsProps = {
  view: CaseView;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** What can be done with the whole case. */
export function CaseActions({ view, go, tellDone }: CaseActionsProps) {
  const setStage = useAction("cases.set_stage");
  const here = `/cases/${view.id}`;
  const isClosed = view.closedOn !== null;
  const move = (stage: Stage) =>
    setStage.mutate(
      { id: view.id, stage },
      {
        onSuccess: ({ entry }) => tellDone(words.stageDone(labels.stage[stage]), entry),
        onError: ({ message }) => tellDone(message, null),
      },
    );
  return (
    <>
      <span className={styles.owner}>
        {[view.form.unit ?? "", words.owner(view.ownerName)].filter(Boolean).join(" · ")}
      </span>
      {isClosed ? (
        <Button onPress={() => go(`${here}#reopen`)}>{words.reopen}</Button>
      ) : (
        <Menu
          trigger={<Button isPending={setStage.isPending}>{words.stage}</Button>}
          label={words.stage}
          entries={STAGES}
          selected={view.stage}
          onChoose={(id) => move(id as Stage)}
        />
      )}
      <Button icon={FileText} onPress={() => go(`${here}/summary`)}>
        {words.summary}
      </Button>
      <Menu
        trigger={<IconButton label={words.more} icon={Ellipsis} size={20} />}
        label={words.more}
        placement="bottom end"
        entries={[
          { id: `${here}#edit`, label: words.edit, keys: "E" },
          { id: `${here}#history`, label: words.history, keys: "H" },
          ...(isClosed ? [] : (["line", { id: `${here}#close`, label: words.close }] as const)),
        ]}
        onChoose={go}
      />
    </>
  );
}

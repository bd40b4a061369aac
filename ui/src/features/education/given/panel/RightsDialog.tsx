import { useState } from "react";
import { CheckBox } from "../../../../design/choices/CheckBox";
import { SearchField } from "../../../../design/fields/SearchField";
import { FormDialog } from "../../../../design/forms/FormDialog";
import { useOffice } from "../../../../ipc/answers";
import { useAction } from "../../../../ipc/cache";
import type { Id, RightView } from "../../../../ipc/contract";
import { useDraft } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import styles from "./Panel.module.css";

const words = educationGivenWords.rights;

type RightsDialogProps = {
  caseId: Id;
  base: string;
  rights: readonly string[];
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Names the rights a case is about. */
export function RightsDialog({ caseId, base, rights, onClose, tellDone }: RightsDialogProps) {
  const all = useOffice("education.library", null).data?.rights ?? [];
  const draft = useDraft(`${base}#rights`, words.draftTitle, { rights: [...rights] });
  const set = useAction("education.set_rights");
  const [text, setText] = useState("");
  const turn = (id: string, isOn: boolean) =>
    draft.set((was) => ({
      rights: isOn ? [...was.rights, id] : was.rights.filter((one) => one !== id),
    }));
  const submit = async () => {
    const { entry } = await set.mutateAsync({ case: caseId, rights: draft.body.rights });
    await draft.done({ rights: draft.body.rights });
    tellDone(words.done, entry);
    onClose();
  };
  const shown = all.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <FormDialog
      title={words.title}
      lead={words.lead}
      words={words}
      draft={draft}
      problem={set.error}
      isPending={set.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <SearchField label={words.find} placeholder={words.find} value={text} onChange={setText} />
      <Choices rights={shown} chosen={draft.body.rights} onTurn={turn} />
    </FormDialog>
  );
}

type ChoicesProps = {
  rights: readonly RightView[];
  chosen: readonly string[];
  onTurn: (id: string, isOn: boolean) => void;
};

function Choices({ rights, chosen, onTurn }: ChoicesProps) {
  if (rights.length === 0) return <p className={styles.quiet}>{words.noneLike}</p>;
  return (
    <ul className={styles.rightsList} aria-label={words.title}>
      {rights.map(({ id, name }) => (
        <li key={id}>
          <CheckBox
            label={name}
            isSelected={chosen.includes(id)}
            onChange={(isOn) => onTurn(id, isOn)}
          />
        </li>
      ))}
    </ul>
  );
}

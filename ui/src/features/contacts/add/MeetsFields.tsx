import { CheckBox } from "../../../design/choices/CheckBox";
import type { CaseClocks } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Contacts.module.css";
import { type ContactDraft, keepable, meetable, toggled } from "./contactDraft";

const words = contactsWords.add;

type MeetsFieldsProps = {
  draft: ContactDraft;
  open: CaseClocks | undefined;
  set: (change: Pick<ContactDraft, "meets"> | Pick<ContactDraft, "keeps">) => void;
};

/** The clocks and promises this contact can settle. A clock is met by what was done, so it is asked here. */
export function MeetsFields({ draft, open, set }: MeetsFieldsProps) {
  const format = useFormat();
  const clocks = meetable(draft, open?.clocks ?? []);
  const promises = keepable(draft, open?.promises ?? []);
  if (clocks.length + promises.length === 0) return null;
  return (
    <fieldset className={styles.meets} data-field="meets">
      <legend className={styles.meetsLegend}>{words.meetsLegend}</legend>
      <p className={styles.quiet}>{words.meetsHint}</p>
      {clocks.map(({ id, name, due, metBy }) => (
        <CheckBox
          key={id}
          label={name}
          hint={words.metBy(metBy, format.day(due))}
          isSelected={draft.meets.includes(id)}
          onChange={(isOn) => set({ meets: toggled(draft.meets, id, isOn) })}
        />
      ))}
      {promises.map(({ id, what, due }) => (
        <CheckBox
          key={id}
          label={what}
          hint={words.keepsHint(format.day(due))}
          isSelected={draft.keeps.includes(id)}
          onChange={(isOn) => set({ keeps: toggled(draft.keeps, id, isOn) })}
        />
      ))}
    </fieldset>
  );
}

import { X } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { Select } from "../../../design/choices/Select";
import { DatePicker } from "../../../design/dates/DatePicker";
import { TextField } from "../../../design/fields/TextField";
import type { CaseParty } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { generalWords } from "../../../words/messages";
import styles from "../Contacts.module.css";
import { limits } from "../limits";
import { partiesLike } from "../partiesLike";
import type { PromiseDraft } from "./contactDraft";

const words = contactsWords.add;

type PromiseFieldsProps = {
  promise: PromiseDraft;
  onChange: (next: PromiseDraft | null) => void;
  parties: readonly CaseParty[];
  /** Only where it was just asked for: a draft that comes back must not take the cursor. */
  autoFocus: boolean;
};

/** A date given to somebody in this contact. */
export function PromiseFields({ promise, onChange, parties, autoFocus }: PromiseFieldsProps) {
  const set = (change: Partial<PromiseDraft>) => onChange({ ...promise, ...change });
  const people = partiesLike(parties, "").map(({ id, label, detail }) => ({
    id,
    label,
    hint: detail,
  }));
  return (
    <fieldset className={styles.promise}>
      <legend className={styles.promiseLegend}>{words.promiseLegend}</legend>
      <div className={styles.facts}>
        <div className={styles.with}>
          <TextField
            label={words.promiseWhat}
            name="promise.what"
            value={promise.what}
            onChange={(what) => set({ what })}
            placeholder={words.promiseWhatHint}
            limit={limits.line}
            limitWords={generalWords.characters.room}
            autoFocus={autoFocus}
          />
        </div>
        <div className={styles.day}>
          <DatePicker
            label={words.promiseDue}
            name="promise.due"
            value={promise.due}
            onChange={(due) => set({ due })}
          />
        </div>
        {people.length > 0 ? (
          <div className={styles.whom}>
            <Select
              label={words.promiseTo}
              name="promise.to"
              options={people}
              value={promise.to}
              onChange={(to) => set({ to })}
              placeholder={words.promiseToThem}
            />
          </div>
        ) : null}
      </div>
      <Button variant="link" size="small" icon={X} onPress={() => onChange(null)}>
        {words.dropPromise}
      </Button>
    </fieldset>
  );
}

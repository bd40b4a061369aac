import { Select } from "../../../../design/choices/Select";
import { TextField } from "../../../../design/fields/TextField";
import { useOffice } from "../../../../ipc/answers";
import { educationWriteWords } from "../../../../words/education/write";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";
import type { Editing } from "./editing";
import { RowList } from "./RowList";

const words = educationWriteWords.fields;

/** Who can help, chosen from the places the office fills in once. */
export function WhoFields({ form, set }: Editing) {
  const slots = useOffice("education.helpers", null).data ?? [];
  const options = slots.map(({ slot, name, does }) => ({ id: slot, label: name, hint: does }));
  return (
    <RowList
      name="who"
      rows={form.who}
      blank={{ slot: "", why: "" }}
      addLabel={words.addWho}
      nameOf={({ slot }) => options.find(({ id }) => id === slot)?.label ?? ""}
      onChange={(who) => set((was) => ({ ...was, who }))}
    >
      {(who, change, place) => (
        <>
          <Select
            label={words.slot}
            name={`who.${place}`}
            options={options}
            value={who.slot === "" ? null : who.slot}
            onChange={(slot) => change({ slot })}
            placeholder={words.choose}
          />
          <TextField
            label={words.why}
            value={who.why}
            onChange={(why) => change({ why })}
            limit={limits.line}
            limitWords={generalWords.characters.room}
          />
        </>
      )}
    </RowList>
  );
}

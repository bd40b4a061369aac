import { useState } from "react";
import { Select } from "../../../../design/choices/Select";
import { FieldRow } from "../../../../design/fields/Field";
import { TextField } from "../../../../design/fields/TextField";
import { useOffice } from "../../../../ipc/answers";
import { educationLabels } from "../../../../words/education/library";
import { educationWriteWords } from "../../../../words/education/write";
import { choices, labels } from "../../../../words/labels";
import type { Editing } from "./editing";
import { RelatedField } from "./RelatedField";
import { TickList } from "./TickList";

const words = educationWriteWords.fields;

/** What it is, on which shelf it stands, and who reads it. */
export function ReachFields({ form, set }: Editing) {
  return (
    <>
      <FieldRow>
        <Select
          label={words.purpose}
          name="purpose"
          options={choices(educationLabels.purpose)}
          value={form.purpose}
          onChange={(purpose) => set((was) => ({ ...was, purpose }))}
          placeholder={words.choose}
        />
        <Select
          label={words.topic}
          name="topic"
          options={choices(educationLabels.topic)}
          value={form.topic}
          onChange={(topic) => set((was) => ({ ...was, topic }))}
          placeholder={words.choose}
        />
      </FieldRow>
      <TickList
        legend={words.audiences}
        name="audiences"
        options={choices(educationLabels.audience)}
        value={form.audiences}
        onChange={(audiences) => set((was) => ({ ...was, audiences }))}
      />
      <TickList
        legend={words.settings}
        hint={words.settingsHint}
        name="settings"
        options={choices(educationLabels.setting)}
        value={form.settings}
        onChange={(settings) => set((was) => ({ ...was, settings }))}
      />
    </>
  );
}

/** What in a case calls for it, and what goes with it. */
export function SuggestFields({ form, set }: Editing) {
  const library = useOffice("education.library", null).data;
  const rights = (library?.rights ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <TickList
        legend={words.kinds}
        name="kinds"
        options={choices(labels.caseKind)}
        value={form.kinds}
        onChange={(kinds) => set((was) => ({ ...was, kinds }))}
      />
      <TickList
        legend={words.rights}
        name="rights"
        options={rights}
        value={form.rights}
        onChange={(chosen) => set((was) => ({ ...was, rights: chosen }))}
      />
      <UnitsField form={form} set={set} />
      <RelatedField form={form} set={set} rows={library?.rows ?? []} />
    </>
  );
}

/** Typed as one line with commas; kept as the list it is. */
function UnitsField({ form, set }: Editing) {
  const [text, setText] = useState(form.units.join(", "));
  return (
    <TextField
      label={words.units}
      hint={words.unitsHint}
      name="units"
      value={text}
      onChange={(typed) => {
        setText(typed);
        const units = typed.split(",").flatMap((unit) => (unit.trim() === "" ? [] : [unit.trim()]));
        set((was) => ({ ...was, units }));
      }}
    />
  );
}

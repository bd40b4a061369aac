import { CheckBox } from "../../../../design/choices/CheckBox";
import { FieldGroup, FieldRow } from "../../../../design/fields/Field";
import { TextArea } from "../../../../design/fields/TextArea";
import { TextField } from "../../../../design/fields/TextField";
import type { Address } from "../../../../ipc/contract";
import { peopleWords } from "../../../../words/people";
import type { RowsField } from "../../rowLabels";
import { LIMIT, withAddress } from "../blank";
import { type Editing, orNull, text } from "./editing";
import { LabeledRows } from "./LabeledRows";
import { MemberField } from "./MemberField";

const { form: words } = peopleWords;
const LIMITED = { limit: LIMIT.short, limitWords: words.limit };

export function NeedsFields({ editing }: { editing: Editing }) {
  const { form, set } = editing;
  return (
    <>
      <FieldRow>
        <TextField label={words.spoken} {...text(editing, "spokenLanguage")} {...LIMITED} />
        <TextField label={words.written} {...text(editing, "writtenLanguage")} {...LIMITED} />
      </FieldRow>
      <CheckBox
        label={words.interpreter}
        name="interpreter"
        isSelected={form.interpreter}
        onChange={(interpreter) => set((was) => ({ ...was, interpreter }))}
      />
      <TextArea
        label={words.needs}
        hint={words.needsHint}
        {...text(editing, "needs")}
        limit={LIMIT.long}
        limitWords={words.limit}
      />
    </>
  );
}

export function Rows({ editing: { form, set }, field }: { editing: Editing; field: RowsField }) {
  return (
    <LabeledRows
      field={field}
      rows={form[field]}
      onChange={(rows) => set((was) => ({ ...was, [field]: rows }))}
    />
  );
}

export function ReachFields({ editing }: { editing: Editing }) {
  return (
    <>
      <Rows editing={editing} field="phones" />
      <Rows editing={editing} field="emails" />
      <AddressFields editing={editing} />
    </>
  );
}

function AddressFields({ editing: { form, set } }: { editing: Editing }) {
  const part = (field: Exclude<keyof Address, "lines">) => ({
    name: `address.${field}`,
    value: form.address?.[field] ?? "",
    onChange: (value: string) => set((was) => withAddress(was, { [field]: orNull(value) })),
  });
  return (
    <FieldGroup legend={words.address} name="address">
      <TextArea
        label={words.lines}
        name="address.lines"
        value={form.address?.lines ?? ""}
        onChange={(lines) => set((was) => withAddress(was, { lines }))}
        rows={2}
        limit={LIMIT.line}
        limitWords={words.limit}
      />
      <FieldRow>
        <TextField label={words.city} {...part("city")} {...LIMITED} />
        <TextField label={words.region} {...part("region")} {...LIMITED} />
      </FieldRow>
      <FieldRow>
        <TextField label={words.postal} {...part("postalCode")} {...LIMITED} />
        <TextField label={words.country} {...part("country")} {...LIMITED} />
      </FieldRow>
    </FieldGroup>
  );
}

export function WorkFields({ editing }: { editing: Editing }) {
  const { form, set } = editing;
  return (
    <>
      <TextField label={words.jobTitle} {...text(editing, "title")} {...LIMITED} />
      {form.kind === "patient" ? null : (
        <TextField label={words.unit} {...text(editing, "unit")} {...LIMITED} />
      )}
      <MemberField
        value={form.memberOf}
        onChange={(memberOf) => set((was) => ({ ...was, memberOf }))}
      />
    </>
  );
}

export function NotesFields({ editing }: { editing: Editing }) {
  return (
    <TextArea
      label={words.notes}
      hideLabel
      {...text(editing, "notes")}
      rows={4}
      limit={LIMIT.long}
      limitWords={words.limit}
    />
  );
}

import { Select } from "../../../../design/choices/Select";
import { DateField } from "../../../../design/dates/DateField";
import { FieldRow } from "../../../../design/fields/Field";
import { TextField } from "../../../../design/fields/TextField";
import { useOffice } from "../../../../ipc/answers";
import { choices, labels } from "../../../../words/labels";
import { peopleWords } from "../../../../words/people";
import { hasWholeName, LIMIT } from "../blank";
import { type Editing, nameText, text } from "./editing";

const { form: words } = peopleWords;
const LIMITED = { limit: LIMIT.short, limitWords: words.limit };
const MAYBE = { optional: words.optional };

/** What kind of person, their name, and when they were born. */
export function WhoFields({ editing }: { editing: Editing }) {
  const { form, set } = editing;
  const isWhole = hasWholeName(form.kind);
  return (
    <>
      <Select
        label={words.kind}
        name="kind"
        options={choices(labels.personKind)}
        value={form.kind}
        onChange={(kind) => set((was) => ({ ...was, kind }))}
        placeholder={words.kindPlaceholder}
        width="half"
      />
      {isWhole ? (
        <TextField label={words.whole} {...nameText(editing, "whole")} {...LIMITED} />
      ) : (
        <FieldRow>
          <TextField label={words.given} {...nameText(editing, "given")} {...LIMITED} />
          <TextField label={words.family} {...nameText(editing, "family")} {...LIMITED} />
        </FieldRow>
      )}
      {isWhole ? null : (
        <TextField
          label={words.preferred}
          {...text(editing, "preferredName")}
          {...LIMITED}
          {...MAYBE}
        />
      )}
      {isWhole || form.kind === "hospital_staff" ? null : <LifeFields editing={editing} />}
      {form.kind === "patient" ? (
        <TextField label={words.unit} {...text(editing, "unit")} {...LIMITED} {...MAYBE} />
      ) : null}
    </>
  );
}

function LifeFields({ editing: { form, set } }: { editing: Editing }) {
  const today = useOffice("security.status", null).data?.today;
  return (
    <FieldRow>
      <DateField
        label={words.birth}
        name="birthDate"
        value={form.birthDate}
        onChange={(birthDate) => set((was) => ({ ...was, birthDate }))}
        max={today}
        {...MAYBE}
      />
      {form.kind === "patient" || form.deathDate ? (
        <DateField
          label={words.death}
          name="deathDate"
          value={form.deathDate}
          onChange={(deathDate) => set((was) => ({ ...was, deathDate }))}
          max={today}
          {...MAYBE}
        />
      ) : null}
    </FieldRow>
  );
}

export function NameFields({ editing }: { editing: Editing }) {
  return (
    <>
      <FieldRow>
        <TextField
          label={words.prefix}
          hint={words.prefixHint}
          {...nameText(editing, "prefix")}
          {...LIMITED}
        />
        <TextField
          label={words.suffix}
          hint={words.suffixHint}
          {...nameText(editing, "suffix")}
          {...LIMITED}
        />
      </FieldRow>
      <TextField label={words.middle} {...nameText(editing, "middle")} {...LIMITED} />
      <TextField label={words.pronouns} {...text(editing, "pronouns")} {...LIMITED} width="half" />
    </>
  );
}

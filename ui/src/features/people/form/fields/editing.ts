import type { PersonForm, PersonName } from "../../../../ipc/contract";

/** What every section of the form is given: the person as written so far, and how to change it. */
export type Editing = {
  form: PersonForm;
  set: (change: (was: PersonForm) => PersonForm) => void;
};

type TextField = {
  [K in keyof PersonForm]: PersonForm[K] extends string | null ? K : never;
}[keyof PersonForm];

/** Value and change of a field that holds text or nothing. */
export function text({ form, set }: Editing, field: Exclude<TextField, "kind">) {
  return {
    name: field,
    value: form[field] ?? "",
    onChange: (value: string) => set((was) => ({ ...was, [field]: orNull(value) })),
  };
}

/** The same for a part of the name. */
export function nameText({ form, set }: Editing, part: keyof PersonName) {
  return {
    name: `name.${part}`,
    value: form.name[part] ?? "",
    onChange: (value: string) =>
      set((was) => ({ ...was, name: { ...was.name, [part]: orNull(value) } })),
  };
}

export function orNull(value: string): string | null {
  return value === "" ? null : value;
}

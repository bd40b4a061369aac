import type { Address, PersonForm, PersonKind, SimilarTo } from "../../../ipc/contract";

export const LIMIT = { short: 200, line: 500, long: 20_000 } as const;

export const SECTIONS = ["who", "name", "needs", "numbers", "reach", "work", "notes"] as const;
export type SectionId = (typeof SECTIONS)[number];

const NO_ADDRESS: Address = {
  lines: "",
  city: null,
  region: null,
  postalCode: null,
  country: null,
};

export function blankPerson(kind: PersonKind): PersonForm {
  return {
    kind,
    name: { prefix: null, given: null, middle: null, family: null, suffix: null, whole: null },
    preferredName: null,
    pronouns: null,
    birthDate: null,
    deathDate: null,
    spokenLanguage: null,
    writtenLanguage: null,
    interpreter: false,
    needs: null,
    identifiers: [],
    phones: [],
    emails: [],
    address: null,
    unit: null,
    title: null,
    memberOf: null,
    notes: null,
  };
}

/** Departments, agencies and payers have one name; people have parts. */
export function hasWholeName(kind: PersonKind): boolean {
  return kind === "department" || kind === "organization" || kind === "payer";
}

/** The sections that make sense for this kind, in the order they stand. */
export function sectionsFor(kind: PersonKind): SectionId[] {
  if (hasWholeName(kind)) return ["who", "numbers", "reach", "work", "notes"];
  if (kind === "hospital_staff")
    return ["who", "work", "name", "reach", "needs", "numbers", "notes"];
  return ["who", "needs", "numbers", "reach", "name", "work", "notes"];
}

/** An emptied address is no address. */
export function withAddress(form: PersonForm, part: Partial<Address>): PersonForm {
  const address = { ...(form.address ?? NO_ADDRESS), ...part };
  const isEmpty = Object.values(address).every((line) => line === null || line === "");
  return { ...form, address: isEmpty ? null : address };
}

/** Whether a section holds something; such a section stands open. */
export function isFilled(form: PersonForm, section: SectionId): boolean {
  switch (section) {
    case "who":
      return true;
    case "name":
      return [form.name.prefix, form.name.middle, form.name.suffix, form.pronouns].some(Boolean);
    case "needs":
      return (
        form.interpreter || [form.spokenLanguage, form.writtenLanguage, form.needs].some(Boolean)
      );
    case "numbers":
      return form.identifiers.length > 0;
    case "reach":
      return form.phones.length + form.emails.length > 0 || form.address !== null;
    case "work":
      return [form.title, form.unit, form.memberOf].some(Boolean);
    case "notes":
      return Boolean(form.notes);
  }
}

/** The section a field of the input stands in, so that a wrong field is never hidden. */
export function sectionOf(field: string, kind: PersonKind): SectionId {
  const first = field.split(".", 1)[0] ?? "";
  if (/^name\.(prefix|middle|suffix)$/.test(field) || first === "pronouns") return "name";
  if (["spokenLanguage", "writtenLanguage", "interpreter", "needs"].includes(first)) return "needs";
  if (first === "identifiers") return "numbers";
  if (["phones", "emails", "address"].includes(first)) return "reach";
  if (["title", "unit", "memberOf"].includes(first)) {
    return first === "unit" && kind === "patient" ? "who" : "work";
  }
  return first === "notes" ? "notes" : "who";
}

/** What the office compares with those it knows; null while there is too little to compare. */
export function likeness(form: PersonForm, except: string | null): SimilarTo | null {
  const { name, identifiers } = form;
  const numbers = identifiers.filter(({ value }) => value.trim() !== "");
  const letters = [name.given, name.family, name.whole].join("").trim().length;
  if (letters < 3 && numbers.length === 0) return null;
  const { kind, birthDate } = form;
  return { kind, name, birthDate, identifiers: numbers, except };
}

import type { Day, Id, PersonForm, PersonKind, Relation, SimilarTo } from "../../../ipc/contract";

/** Somebody by id, with the name to show. */
export type Named = { id: Id; label: string };

/** The few things asked of a person who is new to the office; the rest is filled in under People. */
export type NewPersonDraft = {
  kind: PersonKind;
  given: string;
  family: string;
  whole: string;
  birthDate: Day | null;
  recordNumber: string;
  phone: string;
};

/** A person field: who was chosen, what is typed, and the new person being written, if any. */
export type Picked = { choice: Named | null; text: string; adding: NewPersonDraft | null };

export const nobodyPicked: Picked = { choice: null, text: "", adding: null };

export function picked(choice: Named | null): Picked {
  if (choice === null) return nobodyPicked;
  return { choice: { id: choice.id, label: choice.label }, text: choice.label, adding: null };
}

const NAMED_WHOLE: readonly PersonKind[] = ["department", "organization", "payer"];

/** Departments, agencies and payers have one name; people have a first and a last one. */
export function hasWholeName(kind: PersonKind): boolean {
  return NAMED_WHOLE.includes(kind);
}

/** Begins a new person with what was typed while looking for them. */
export function startPerson(text: string, kind: PersonKind): NewPersonDraft {
  const { given, family } = splitName(text);
  return { kind, given, family, whole: text.trim(), birthDate: null, recordNumber: "", phone: "" };
}

/** "Ruth Abara" and "Abara, Ruth" are the same person; one word is taken for the last name. */
export function splitName(text: string): { given: string; family: string } {
  const [first = "", ...afterComma] = text.split(",");
  if (afterComma.length > 0) return { given: afterComma.join(",").trim(), family: first.trim() };
  const parts = text.trim().split(/\s+/);
  return { given: parts.slice(0, -1).join(" "), family: parts.at(-1) ?? "" };
}

/** What kind of person usually stands in this relation to the patient. */
export function kindFor(relation: Relation): PersonKind {
  if (relation === "self") return "patient";
  if (relation === "representative") return "representative";
  return relation === "staff" ? "hospital_staff" : "relative";
}

export function personFormOf(
  draft: NewPersonDraft,
  labels: { recordNumber: string; phone: string },
): PersonForm {
  const isWhole = hasWholeName(draft.kind);
  return {
    kind: draft.kind,
    name: nameOf(draft),
    preferredName: null,
    pronouns: null,
    birthDate: isWhole ? null : draft.birthDate,
    deathDate: null,
    spokenLanguage: null,
    writtenLanguage: null,
    interpreter: false,
    needs: null,
    identifiers: labeled(labels.recordNumber, isWhole ? "" : draft.recordNumber),
    phones: labeled(labels.phone, draft.phone),
    emails: [],
    address: null,
    unit: null,
    title: null,
    memberOf: null,
    notes: null,
  };
}

/** What to look for among the people already here; null while too little is typed to tell. */
export function similarTo(draft: NewPersonDraft, recordLabel: string): SimilarTo | null {
  const name = nameOf(draft);
  const typed = name.whole ?? name.family ?? "";
  if (typed.length < 2 && draft.recordNumber.trim() === "") return null;
  const { kind, birthDate } = draft;
  const identifiers = labeled(recordLabel, draft.recordNumber);
  return { kind, name, birthDate, identifiers, except: null };
}

function nameOf(draft: NewPersonDraft): PersonForm["name"] {
  const isWhole = hasWholeName(draft.kind);
  return {
    prefix: null,
    given: isWhole ? null : orNull(draft.given),
    middle: null,
    family: isWhole ? null : orNull(draft.family),
    suffix: null,
    whole: isWhole ? orNull(draft.whole) : null,
  };
}

function labeled(label: string, value: string): { label: string; value: string }[] {
  return value.trim() === "" ? [] : [{ label, value: value.trim() }];
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

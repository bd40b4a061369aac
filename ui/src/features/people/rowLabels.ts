import type { Labeled } from "../../ipc/contract";
import { peopleWords } from "../../words/people";

/** The rows a person may have several of. */
export type RowsField = "identifiers" | "phones" | "emails";

/** What such a row may be, offered while typing; anything else may be written. */
export function labelsOf(field: RowsField): { id: string; label: string }[] {
  return Object.entries(peopleWords.form.labels[field]).map(([id, label]) => ({ id, label }));
}

/** Files write "home" and people "Home"; it is one label, and reads the same. */
export function labelWords(field: RowsField, label: string): string {
  const same = labelsOf(field).find((one) => one.label.toLowerCase() === label.toLowerCase());
  return same?.label ?? label;
}

/** Rows of one label stand together, in the order they came. */
export function byLabel(
  field: RowsField,
  rows: readonly Labeled[],
): { label: string; values: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { label, value } of rows) {
    const words = labelWords(field, label);
    groups.set(words, [...(groups.get(words) ?? []), value]);
  }
  return [...groups].map(([label, values]) => ({ label, values }));
}

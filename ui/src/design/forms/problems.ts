import { createContext, useContext } from "react";
import type { FieldProblem } from "./ErrorSummary";
import { pathsOf } from "./focusField";

/**
 * What the office said about each field of the form around it, by the field's path.
 * It stays until the form is sent again: a line that went away as soon as its field is left would
 * move the button under the pointer between press and release, and the press would be lost.
 */
export const FieldProblems = createContext<ReadonlyMap<string, string>>(new Map());

/** The words to show at a field: its own, or else what the office said about it. */
export function useFieldWords(name?: string, own?: string | null): string | null {
  const said = useContext(FieldProblems).get(name ?? "");
  return own || said || null;
}

/** Under its own path and those above it: a form may show a whole list as one field. */
export function byField(problems: readonly FieldProblem[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { field, message } of problems) {
    for (const path of pathsOf(field)) if (!words.has(path)) words.set(path, message);
  }
  return words;
}

import type { Day, PersonForm } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";

type Needs = Pick<PersonForm, "spokenLanguage" | "writtenLanguage" | "interpreter" | "needs">;

/** What the banner says: one sentence about languages, and their other needs as written. */
export function needsOf(form: Needs): { sentence: string; needs: string | null } {
  const { person: words } = peopleWords;
  const parts = [];
  if (form.interpreter) parts.push(words.interpreter);
  if (form.spokenLanguage && isWorthSaying(form.spokenLanguage, form)) {
    parts.push(words.speaks(form.spokenLanguage));
  }
  if (form.writtenLanguage && form.writtenLanguage !== form.spokenLanguage) {
    parts.push(words.reads(form.writtenLanguage));
  }
  return { sentence: parts.join(" "), needs: form.needs };
}

/** Whole years between a birth date and a day. */
export function yearsOld(born: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

// English is what this office is written in; said aloud it would only be noise, unless an
// interpreter is needed all the same, for sign language for instance.
function isWorthSaying(language: string, { interpreter }: Needs): boolean {
  return interpreter || !/^english\b/i.test(language);
}

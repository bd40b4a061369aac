import { securityWords } from "../../words/security";

/** The least the office takes; it says so itself too. */
export const LEAST_CHARACTERS = 15;
const GOOD_CHARACTERS = 24;
const FEWEST_DIFFERENT = 6;

/** What to say about a passphrase while it is typed: length first, since length is what counts. */
export function strengthWords(passphrase: string): string {
  const { strength } = securityWords;
  const characters = [...passphrase];
  if (characters.length === 0) return strength.empty;
  const left = LEAST_CHARACTERS - characters.length;
  if (left > 0) return strength.short(left);
  if (new Set(characters).size < FEWEST_DIFFERENT) return strength.repeated;
  return characters.length >= GOOD_CHARACTERS ? strength.good : strength.enough;
}

export function isLongEnough(passphrase: string): boolean {
  return [...passphrase].length >= LEAST_CHARACTERS;
}

import { languageName, ownLanguageName } from "../../../words/languages";

/**
 * The language to hand a leaflet out in: the one the person reads where there is a leaflet in it,
 * else English, else what there is. What a person reads is written as people say it, "Spanish" or
 * "Chinese (simplified)", or as a tag.
 */
export function languageFor(available: readonly string[], reads: string | null): string {
  const own = reads === null ? undefined : available.find((tag) => isCalled(tag, reads));
  return own ?? available.find((tag) => baseOf(tag) === "en") ?? available[0] ?? "en";
}

/** Whether somebody who reads this language can read a text in that one. */
export function isCalled(tag: string, reads: string): boolean {
  const said = folded(reads);
  const base = baseOf(tag);
  const names = [
    tag,
    base,
    languageName(tag),
    languageName(base),
    ownLanguageName(tag),
    ownLanguageName(base),
  ];
  if (names.some((name) => folded(name) === said)) return true;
  const first = said.split(/[\s(,;/]/, 1)[0] ?? "";
  return first !== "" && (folded(languageName(base)) === first || baseOf(first) === base);
}

/** The letters before the first hyphen: `pt` of `pt-BR`. */
export function baseOf(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

/** The base languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he iw ks ku nqo prs ps sd syr ug ur yi".split(" "));
/** Of languages written both ways, the script decides: `pa-Arab`. */
const RIGHT_TO_LEFT_SCRIPTS = new Set("adlm arab aran hebr nkoo rohg syrc thaa".split(" "));

export type Direction = "ltr" | "rtl";

/** Which way a text of this language runs, by its BCP 47 tag. */
export function directionOf(tag: string): Direction {
  const [base = "", ...rest] = tag.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4 && /^[a-z]+$/.test(part));
  const isRight = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(base);
  return isRight ? "rtl" : "ltr";
}

/** "Spanish"; the tag itself when nobody has a name for it. */
export function languageName(tag: string): string {
  return nameIn("en", tag);
}

/** "Español", as its readers call it. */
export function ownLanguageName(tag: string): string {
  const name = nameIn(tag, tag);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** "Spanish (Español)"; English only once. */
export function languageWithOwnName(tag: string): string {
  const [name, own] = [languageName(tag), ownLanguageName(tag)];
  return name === own ? name : `${name} (${own})`;
}

/** Names that were looked up. A browser takes a while to find one, and a list asks for the same again and again. */
const known = new Map<string, string>();

function nameIn(locale: string, tag: string): string {
  const key = `${locale} ${tag}`;
  const name = known.get(key) ?? lookUp(locale, tag);
  known.set(key, name);
  return name;
}

// A tag may have been typed by hand, and Intl throws on what is not one.
function lookUp(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

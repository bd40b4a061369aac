import type { LeafletName } from "../../ipc/contract";

/** No paper is thicker; the address stays short enough for every browser. */
const MOST = 60;

/** Several leaflets as an address holds them: `visitors:en,your-privacy:es`. */
export function writeStack(names: readonly LeafletName[]): string {
  return names.map(({ key, language }) => `${key}:${language}`).join(",");
}

/** Reads an address that may have been typed by hand: what is no leaflet is left out. */
export function readStack(text: unknown): LeafletName[] {
  if (typeof text !== "string") return [];
  const names = text.split(",").flatMap((part) => {
    const [key = "", language = "", ...rest] = part.split(":");
    return key !== "" && language !== "" && rest.length === 0 ? [{ key, language }] : [];
  });
  const seen = new Set<string>();
  const once = names.filter((name) => {
    const isNew = !seen.has(writeStack([name]));
    seen.add(writeStack([name]));
    return isNew;
  });
  return once.slice(0, MOST);
}

export function isSameLeaflet(a: LeafletName, b: LeafletName): boolean {
  return a.key === b.key && a.language === b.language;
}

import type { Day, Id } from "../../../ipc/contract";

/** What the address of a leaflet says: the language, and the text as it was given. */
export type ReadSearch = { lang?: string; text?: Id; on?: Day };

const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address that may have been typed by hand: what is not known is left out. */
export function readReadSearch(raw: Record<string, unknown>): ReadSearch {
  const { lang, text, on } = raw;
  return {
    ...(fits(lang, TAG) ? { lang } : {}),
    ...(fits(text, ID) ? { text } : {}),
    ...(fits(on, DAY) ? { on } : {}),
  };
}

function fits(value: unknown, shape: RegExp): value is string {
  return typeof value === "string" && shape.test(value);
}

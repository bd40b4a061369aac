import type { ListPeople, PersonKind } from "../../../ipc/contract";
import { labels } from "../../../words/labels";

/** The filters of the list as they stand in its address. */
export type PeopleSearch = { kind?: PersonKind; text?: string };

const LONGEST = 200;

/** Reads an address that may have been typed by hand: what is not known is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const kind = readKind(raw.kind);
  const text = readText(raw.text);
  return { ...(kind ? { kind } : {}), ...(text ? { text } : {}) };
}

/** The same filters as the office is asked. */
export function askOf({ kind, text }: PeopleSearch): ListPeople {
  return { kind: kind ?? null, text: text ?? null, after: null, limit: null };
}

export function withText({ kind }: PeopleSearch, text: string): PeopleSearch {
  return readPeopleSearch({ kind, text });
}

export function withKind({ text }: PeopleSearch, kind: string | null): PeopleSearch {
  return readPeopleSearch({ kind, text });
}

export function readKind(raw: unknown): PersonKind | null {
  return typeof raw === "string" && Object.hasOwn(labels.personKind, raw)
    ? (raw as PersonKind)
    : null;
}

// The address may hold a number, "12345", which is a record number to the person who typed it.
function readText(raw: unknown): string | null {
  if (typeof raw !== "string" && typeof raw !== "number") return null;
  const text = String(raw).slice(0, LONGEST).trimStart();
  return text === "" ? null : text;
}

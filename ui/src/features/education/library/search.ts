import type { Audience, LeafletName, Setting, Topic } from "../../../ipc/contract";
import { educationLabels as labels } from "../../../words/education/library";
import { readStack, writeStack } from "../stack";

/** The filters of the library as they stand in its address; what is absent is the usual. */
export type LibrarySearch = {
  text?: string;
  topic?: Topic;
  audience?: Audience;
  language?: string;
  /** The office's own setting when absent. */
  setting?: Setting | "all";
  show?: "retired";
  /** The leaflets chosen to be printed or handed out together. */
  stack?: string;
};

/** A filter to set, or null to clear it. */
export type SearchChange = { [K in keyof LibrarySearch]?: unknown };

const LONGEST = 200;

/** Reads an address that may have been typed by hand: what is not known is left out. */
export function readLibrarySearch(raw: Record<string, unknown>): LibrarySearch {
  const { topic, audience, setting } = raw;
  const text = readWords(raw.text);
  const language = readWords(raw.language);
  const stack = writeStack(readStack(raw.stack));
  return {
    ...(text ? { text } : {}),
    ...(isOneOf(topic, labels.topic) ? { topic } : {}),
    ...(isOneOf(audience, labels.audience) ? { audience } : {}),
    ...(language ? { language } : {}),
    ...(setting === "all" || isOneOf(setting, labels.setting) ? { setting } : {}),
    ...(raw.show === "retired" ? { show: "retired" as const } : {}),
    ...(stack ? { stack } : {}),
  };
}

export function withChange(search: LibrarySearch, change: SearchChange): LibrarySearch {
  return readLibrarySearch({ ...search, ...change });
}

export function withStack(search: LibrarySearch, names: readonly LeafletName[]): LibrarySearch {
  return withChange(search, { stack: writeStack(names) });
}

/** Whether anything but the stack narrows the list. */
export function isNarrowed({ stack: _, ...filters }: LibrarySearch): boolean {
  return Object.keys(filters).length > 0;
}

function isOneOf<T extends string>(value: unknown, known: Record<T, unknown>): value is T {
  return typeof value === "string" && Object.hasOwn(known, value);
}

function readWords(raw: unknown): string {
  if (typeof raw !== "string" && typeof raw !== "number") return "";
  return String(raw).slice(0, LONGEST).trimStart();
}

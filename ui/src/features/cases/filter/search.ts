import type {
  CaseFilter,
  CaseKind,
  CaseOrder,
  Day,
  Due,
  Id,
  Stage,
  Urgency,
} from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { addDays } from "../../../words/shown/format";

export type DueWindow = NonNullable<CaseFilter["due"]>;

/** The filters of the list as they stand in its address. Without `show`, open cases are listed. */
export type CasesSearch = {
  show?: "closed" | "all";
  kind?: CaseKind;
  stage?: Stage;
  unit?: string;
  owner?: Id;
  urgency?: Urgency;
  due?: DueWindow;
  from?: Day;
  to?: Day;
  text?: string;
  person?: Id;
  order?: "due";
};

/** Changes to the filters; null takes one away. */
export type SearchChange = { [K in keyof CasesSearch]?: CasesSearch[K] | null };

const DUE_WINDOWS = { overdue: true, today: true, week: true } satisfies Record<DueWindow, true>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f-]{36}$/i;

/** Reads an address that a person may have typed or kept for a year: what is not known is left out. */
export function readCasesSearch(raw: Record<string, unknown>): CasesSearch {
  return withChange(
    {},
    {
      show: oneOf(raw.show, { closed: true, all: true }),
      kind: oneOf(raw.kind, labels.caseKind),
      stage: oneOf(raw.stage, labels.stage),
      unit: words(raw.unit),
      owner: matching(raw.owner, ID),
      urgency: oneOf(raw.urgency, labels.urgency),
      due: oneOf(raw.due, DUE_WINDOWS),
      from: matching(raw.from, DAY),
      to: matching(raw.to, DAY),
      text: words(raw.text),
      person: matching(raw.person, ID),
      order: oneOf(raw.order, { due: true }),
    },
  );
}

/** The same filters with some set and some taken away; an empty text is no filter. */
export function withChange(search: CasesSearch, change: SearchChange): CasesSearch {
  const kept = Object.entries({ ...search, ...change }).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return Object.fromEntries(kept) as CasesSearch;
}

export function filterOf(search: CasesSearch): CaseFilter {
  return {
    open: search.show === undefined ? true : search.show === "closed" ? false : null,
    kind: search.kind ?? null,
    stage: search.stage ?? null,
    unit: search.unit ?? null,
    owner: search.owner ?? null,
    urgency: search.urgency ?? null,
    due: search.due ?? null,
    receivedFrom: search.from ?? null,
    receivedTo: search.to ?? null,
    text: search.text ?? null,
    person: search.person ?? null,
  };
}

export function orderOf(search: CasesSearch): CaseOrder {
  return search.order ?? "received";
}

/** Whether anything but "open" narrows the list. */
export function isNarrowed(search: CasesSearch): boolean {
  const { show: _, order: __, ...rest } = search;
  return Object.keys(rest).length > 0;
}

/** The address of the list with these filters: a link that can be kept. */
export function casesHref(search: CasesSearch): string {
  const query = new URLSearchParams(search as Record<string, string>).toString();
  return query === "" ? "/cases" : `/cases?${query}`;
}

/** The due filter that a row's next date falls under, or null where no filter holds it. */
export function dueWindowOf(due: Due | null): DueWindow | null {
  if (due === null) return null;
  if (due.state === "overdue") return "overdue";
  if (due.state === "today") return "today";
  const isAhead = due.state === "soon" || due.state === "later";
  return isAhead && due.days <= 7 ? "week" : null;
}

export type ReceivedPreset = "today" | "week" | "month" | "year";

/** Where a preset for the received date starts. */
export function presetStart(preset: ReceivedPreset, today: Day): Day {
  switch (preset) {
    case "today":
      return today;
    case "week":
      return addDays(today, -6);
    case "month":
      return addDays(today, -29);
    case "year":
      return `${today.slice(0, 4)}-01-01`;
  }
}

// The router reads a bare number or true in an address as such; to us they are words.
function words(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function oneOf<T extends string>(value: unknown, known: Record<T, unknown>): T | null {
  return typeof value === "string" && Object.hasOwn(known, value) ? (value as T) : null;
}

function matching(value: unknown, shape: RegExp): string | null {
  return typeof value === "string" && shape.test(value) ? value : null;
}

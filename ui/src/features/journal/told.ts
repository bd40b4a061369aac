import type { FieldChange, HistoryLine } from "../../ipc/contract";
import { labels } from "../../words/labels";
import type { Format } from "../../words/shown/format";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

type Dates = Pick<Format, "date" | "moment">;

/**
 * The changes of an entry as a person reads them: dates as they chose to read them, and without
 * what tells them nothing, such as the number that ties a contact to its case.
 */
export function toldChanges(
  { changes, reason }: Pick<HistoryLine, "changes" | "reason">,
  dates: Dates,
): FieldChange[] {
  const told = changes
    .filter((change) => !saysNothing(change) && !repeats(change, reason))
    .map((change) => ({
      ...change,
      from: inWords(change, change.from, dates),
      to: inWords(change, change.to, dates),
    }));
  return told.filter((one, at) => told.findIndex((other) => isSame(one, other)) === at);
}

function saysNothing({ field, from, to }: FieldChange): boolean {
  if (from === null && to === null) return true;
  // A new case was reopened no times.
  if (field === "reopened" && from === null && to === "0") return true;
  return isId(from) || isId(to);
}

/** The reason stands above the changes already. */
function repeats({ field, to }: FieldChange, reason: string | null): boolean {
  return field === "reason" && to === reason;
}

function isSame(one: FieldChange, other: FieldChange): boolean {
  return one.label === other.label && one.from === other.from && one.to === other.to;
}

function inWords({ field }: FieldChange, value: string | null, dates: Dates): string | null {
  if (value === null) return null;
  if (field === "pack") return packName(value);
  if (DAY.test(value)) return dates.date(value);
  return MOMENT.test(value) ? dates.moment(value) : value;
}

function packName(pack: string): string {
  const known = Object.entries(labels.profile).find(([id]) => id === pack);
  return known?.[1] ?? pack;
}

function isId(value: string | null): boolean {
  return value !== null && ID.test(value);
}

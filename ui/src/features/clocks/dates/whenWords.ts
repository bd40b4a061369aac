import type { EventRecord } from "../../../ipc/contract";
import { dayOf, type Format } from "../../../words/shown/format";

/** When it was, as finely as it is known. */
export function whenWords(
  { known, at }: Pick<EventRecord, "known" | "at">,
  format: Pick<Format, "day" | "moment">,
): string {
  return known === "minute" ? format.moment(at) : format.day(dayOf(at));
}

import type { Day } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import type { Format } from "../../../words/shown/format";

/** A stretch of days of which either end may not be known. */
export function spanWords(from: Day | null, to: Day | null, format: Pick<Format, "date">): string {
  const { person: words } = peopleWords;
  if (from === null) return to === null ? words.allDay : words.before(format.date(to));
  if (to === null) return words.since(format.date(from));
  return from === to ? format.date(from) : words.until(format.date(from), format.date(to));
}

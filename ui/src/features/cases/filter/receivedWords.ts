import type { Day } from "../../../ipc/contract";
import type { Format } from "../../../words/shown/format";
import { listWords } from "../list/listWords";

const words = listWords.filters;

/** The received dates as the chip says them: "since Mar 3"; null when they do not filter. */
export function receivedWords(
  from: Day | null,
  to: Day | null,
  format: Pick<Format, "day">,
): string | null {
  if (from !== null && from === to) return format.day(from);
  if (from !== null && to !== null) return words.between(format.day(from), format.day(to));
  if (from !== null) return words.since(format.day(from));
  return to === null ? null : words.until(format.day(to));
}

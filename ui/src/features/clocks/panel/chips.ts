import type { ClockView, Day, Due, PromiseView } from "../../../ipc/contract";
import { type DueShape, dueShape, dueWords } from "../../../words/shown/due";
import type { Format } from "../../../words/shown/format";
import { type Standing, standingOf } from "./standing";

export type StripChip = { id: string; shape: DueShape; text: string; clock: string | null };

const RANKS: readonly Standing["rank"][] = ["open", "quiet", "over"];

/** What is open by date, then what only has to be known, then what is met. */
export function stripChips(
  clocks: readonly ClockView[],
  promises: readonly PromiseView[],
  format: Pick<Format, "day">,
): StripChip[] {
  const all = [
    ...clocks.flatMap((clock) => clockChip(clock, format)),
    ...promises.map((promise) => promiseChip(promise, format)),
  ];
  return all
    .toSorted((one, other) => one.rank - other.rank || one.on.localeCompare(other.on))
    .map(({ id, clock, shape, text }) => ({ id, clock, shape, text }));
}

/** A promise as a date that is due. */
export function promiseDue({ what, due, state, days }: PromiseView): Due {
  return { what: "promise", label: what, on: due, state, days };
}

type Placed = StripChip & { rank: number; on: Day };

function clockChip(clock: ClockView, format: Pick<Format, "day">): Placed[] {
  const { shape, words, rank } = standingOf(clock, format);
  // What was only to be kept or not yet done is nothing to look at once its day is past.
  if (rank === "over" && clock.metOn === null) return [];
  const { id, name, actBy } = clock;
  return [{ id, clock: id, shape, text: named(name, words), rank: RANKS.indexOf(rank), on: actBy }];
}

function promiseChip(promise: PromiseView, format: Pick<Format, "day">): Placed {
  const due = promiseDue(promise);
  const text = named(promise.what, dueWords(due, format, promise.keptOn));
  const rank = RANKS.indexOf(promise.keptOn === null ? "open" : "over");
  return { id: promise.id, clock: null, shape: dueShape(due), text, rank, on: due.on };
}

const WEEKDAY = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/;

/** "Interim notice · overdue 2 days": inside a line, the state is not a new sentence. */
function named(name: string, words: string): string {
  const said = WEEKDAY.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
  return `${name} · ${said}`;
}

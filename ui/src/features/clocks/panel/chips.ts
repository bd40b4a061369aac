import type { ClockView, Due, PromiseView } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { type DueShape, dueShape, dueWords } from "../../../words/shown/due";
import type { Format } from "../../../words/shown/format";

export type StripChip = { id: string; shape: DueShape; text: string; clock: string | null };

/** What is open by date, then what is met: the strip reads from what presses to what is done. */
export function stripChips(
  clocks: readonly ClockView[],
  promises: readonly PromiseView[],
  format: Pick<Format, "day">,
): StripChip[] {
  const all = [
    ...clocks.map((clock) => ({
      due: clockDue(clock),
      clock: clock.id,
      id: clock.id,
      ...clockText(clock, format),
    })),
    ...promises.map((promise) => ({
      due: promiseDue(promise),
      clock: null,
      id: promise.id,
      ...promiseText(promise, format),
    })),
  ];
  return all
    .toSorted(
      (one, other) => rank(one.due) - rank(other.due) || one.due.on.localeCompare(other.due.on),
    )
    .map(({ id, clock, due, text }) => ({ id, clock, shape: dueShape(due), text }));
}

/** A clock as a date that is due. */
export function clockDue({ name, due, state, days }: ClockView): Due {
  return { what: "clock", label: name, on: due, state, days };
}

/** A promise as a date that is due. */
export function promiseDue({ what, due, state, days }: PromiseView): Due {
  return { what: "promise", label: what, on: due, state, days };
}

/** "by 5:00 PM" joins the words only while the day is still to come. */
export function chipWords(
  due: Due,
  format: Pick<Format, "day">,
  doneOn: string | null,
  dueBy: string | null = null,
): string {
  const words = dueWords(due, format, doneOn);
  const isOpen = due.state === "today" || due.state === "soon" || due.state === "later";
  return isOpen && dueBy !== null ? `${words} ${clocksWords.panel.dueBy(dueBy)}` : words;
}

function clockText(clock: ClockView, format: Pick<Format, "day">): { text: string } {
  return { text: named(clock.name, chipWords(clockDue(clock), format, clock.metOn, clock.dueBy)) };
}

function promiseText(promise: PromiseView, format: Pick<Format, "day">): { text: string } {
  return { text: named(promise.what, chipWords(promiseDue(promise), format, promise.keptOn)) };
}

/** "Interim notice · overdue 2 days": inside a line, the state is not a new sentence. */
function named(name: string, words: string): string {
  return `${name} · ${/^(Overdue|Due|Met|Kept|Promised)\b/.test(words) ? lowerFirst(words) : words}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function rank({ state }: Due): number {
  return state === "met" || state === "met_late" ? 1 : 0;
}

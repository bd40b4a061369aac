import type { ClockView, Day } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { type DueShape, dueShape, dueWords } from "../../../words/shown/due";
import { addDays, daysBetween, daysInWords, type Format } from "../../../words/shown/format";

const words = clocksWords.standing;

/** How a clock stands: its shape and its words, the same in the strip and in the panel. */
export type Standing = {
  shape: DueShape;
  words: string;
  /** What presses comes first, then what only has to be known, then what is over. */
  rank: "open" | "quiet" | "over";
};

type Days = Pick<Format, "day">;

/** A bar and a keep are never overdue; a person's own window has a last safe day before its last. */
export function standingOf(clock: ClockView, format: Days): Standing {
  if (clock.metOn !== null) {
    return { shape: "met", words: plainWords(clock, format), rank: "over" };
  }
  if (clock.sense === "bar") return barred(clock, format);
  if (clock.sense === "keep") return keeping(clock, format);
  if (isOwnWindow(clock)) return ownWindow(clock, format);
  if (clock.pausedSince !== null && clock.state !== "overdue") {
    return { shape: "plain", words: words.paused, rank: "quiet" };
  }
  const isOpen = clock.state !== "overdue";
  const by = isOpen && clock.dueBy !== null ? ` ${words.by(clock.dueBy)}` : "";
  const shape = dueShape({ what: "clock", state: clock.state });
  return { shape, words: plainWords(clock, format) + by, rank: "open" };
}

/** Whether the clock shows two days that must not be confused: the last safe one and the last. */
export function isOwnWindow({ binds, sense }: Pick<ClockView, "binds" | "sense">): boolean {
  return binds === "patient" && sense === "deadline";
}

/** Today, by the days the office counted from it. */
export function todayOf({ actBy, days }: Pick<ClockView, "actBy" | "days">): Day {
  return addDays(actBy, -days);
}

/** The first day on which what a bar forbids may be done. */
export function freeFrom({ due }: Pick<ClockView, "due">): Day {
  return addDays(due, 1);
}

function barred(clock: ClockView, format: Days): Standing {
  const day = format.day(freeFrom(clock));
  return clock.days < 0
    ? { shape: "plain", words: words.allowed(day), rank: "over" }
    : { shape: "plain", words: words.notBefore(day), rank: "quiet" };
}

function keeping(clock: ClockView, format: Days): Standing {
  const day = format.day(clock.due);
  return clock.days < 0
    ? { shape: "plain", words: words.keptEnded(day), rank: "over" }
    : { shape: "plain", words: words.keepUntil(day), rank: "quiet" };
}

function ownWindow(clock: ClockView, format: Days): Standing {
  const { days, actBy, due, dueBy } = clock;
  const by = dueBy === null ? "" : ` ${words.by(dueBy)}`;
  const left = daysBetween(todayOf(clock), due);
  if (left < 0) return { shape: "late", words: words.closed(daysInWords(-left)), rank: "open" };
  if (days < 0) {
    const last = left === 0 ? words.lastToday : words.lastOn(format.day(due));
    return { shape: "soon", words: last + by, rank: "open" };
  }
  const shape = dueShape({ what: "clock", state: clock.state });
  const time = actBy === due ? by : "";
  const day = days === 0 ? words.actToday : words.actBy(format.day(actBy));
  return { shape, words: day + time, rank: "open" };
}

function plainWords({ due, state, days, metOn }: ClockView, format: Days): string {
  return dueWords({ what: "clock", on: due, state, days }, format, metOn);
}

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
  const { actBy, due, dueBy, state } = clock;
  const by = dueBy === null ? "" : ` ${words.by(dueBy)}`;
  const left = daysLeft(clock);
  const soon = dueShape({ what: "clock", state });
  switch (phaseOf(clock)) {
    case "closed":
      return { shape: "late", words: words.closed(daysInWords(-left)), rank: "open" };
    case "passed": {
      const last = left === 0 ? words.lastToday : words.lastOn(format.day(due));
      return { shape: "soon", words: last + by, rank: "open" };
    }
    case "bare": {
      const last = left === 0 ? words.lastToday : words.lastOn(format.day(due));
      return { shape: soon, words: last + by, rank: "open" };
    }
    case "safe": {
      const day = clock.days === 0 ? words.actToday : words.actBy(format.day(actBy));
      return { shape: soon, words: day, rank: "open" };
    }
  }
}

/**
 * Where a person stands in a window of their own: the last safe day is still to come, it has passed,
 * there is none before the last day, or the window is closed.
 */
export type Phase = "safe" | "passed" | "bare" | "closed";

export function phaseOf(clock: Pick<ClockView, "actBy" | "days" | "due">): Phase {
  if (daysLeft(clock) < 0) return "closed";
  if (clock.actBy === clock.due) return "bare";
  return clock.days < 0 ? "passed" : "safe";
}

/** The same in the few words that stand beside the two days. */
export function phaseWords(clock: ClockView): string {
  const left = daysLeft(clock);
  switch (phaseOf(clock)) {
    case "closed":
      return words.closed(daysInWords(-left));
    case "passed":
      return left === 0 ? words.lastToday : words.safePassed;
    case "bare":
      return left === 0 ? words.lastToday : words.left(daysInWords(left));
    case "safe":
      return clock.days === 0 ? words.actToday : words.left(daysInWords(clock.days));
  }
}

function daysLeft({ actBy, days, due }: Pick<ClockView, "actBy" | "days" | "due">): number {
  return days + daysBetween(actBy, due);
}

function plainWords({ due, state, days, metOn }: ClockView, format: Days): string {
  return dueWords({ what: "clock", on: due, state, days }, format, metOn);
}

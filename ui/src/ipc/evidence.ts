import type { ClockView, ContactVersion, Day, Moment, PromiseView } from "./contract";

/** What is known of a contact, written down already or being written. */
export type Told = Pick<ContactVersion, "channel" | "direction" | "reached"> & {
  /** Nothing while it is dated by when it will be added. */
  at: Moment | null;
};

type Meetable = Pick<ClockView, "meetableBy" | "binds" | "startedOn" | "due" | "opens">;

/** Whether a contact can have met a clock; the office judges by the same rule, and more closely. */
export function canMeet(clock: Meetable, { channel, direction, reached, at }: Told): boolean {
  if (!clock.meetableBy.includes(channel) || isBefore(at, firstDay(clock))) return false;
  // A dated note of how we know, where the rule takes one.
  if (channel === "note") return true;
  const isSpoken = channel === "call" || channel === "visit" || channel === "video";
  if (isSpoken) return reached === "reached";
  // What we owe goes out from us; what others owe comes in; a person's own step is told either way.
  if (clock.binds === "patient") return true;
  return direction === (clock.binds === "ours" ? "out" : "in");
}

/** Whether a contact can have kept a promise: not a note to ourselves, and not before it was made. */
export function canKeep({ madeOn }: Pick<PromiseView, "madeOn">, { channel, at }: Told): boolean {
  return channel !== "note" && !isBefore(at, madeOn);
}

/** A count back is met before the day it runs from, once it may be done at all. */
function firstDay({ startedOn, due, opens }: Meetable): Day | null {
  return startedOn > due ? opens : startedOn;
}

function isBefore(at: Moment | null, day: Day | null): boolean {
  return at !== null && day !== null && at.slice(0, 10) < day;
}

import type { ClockView, ContactVersion, PromiseView } from "../../../ipc/contract";
import { dayOf } from "../../../words/shown/format";

type Told = Pick<ContactVersion, "channel" | "direction" | "reached" | "at">;

/** Whether a contact can have met a clock; the office judges by the same rule. */
export function canMeet(
  { meetableBy, startedOn }: Pick<ClockView, "meetableBy" | "startedOn">,
  { channel, direction, reached, at }: Told,
): boolean {
  if (!meetableBy.includes(channel) || dayOf(at) < startedOn) return false;
  const isSpoken = channel === "call" || channel === "visit" || channel === "video";
  return isSpoken ? reached === "reached" : direction === "out";
}

/** Whether a contact can have kept a promise: not a note to ourselves, and not before it was made. */
export function canKeep({ madeOn }: Pick<PromiseView, "madeOn">, { channel, at }: Told): boolean {
  return channel !== "note" && dayOf(at) >= madeOn;
}

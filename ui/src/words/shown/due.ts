import type { Day, Due } from "../../ipc/contract";
import { daysInWords, type Format } from "./format";

/** The five shapes a date can take; the same in lists, cases, calendars and print. */
export type DueShape = "late" | "soon" | "promise" | "met" | "plain";

/** Late and met win over promise: what is over is told the same way for clocks and promises. */
export function dueShape({ what, state }: Pick<Due, "what" | "state">): DueShape {
  if (state === "overdue") return "late";
  if (state === "met" || state === "met_late") return "met";
  if (what === "promise") return "promise";
  return state === "later" ? "plain" : "soon";
}

/**
 * The words inside the chip: "Overdue 2 days", "Due today", "Promised today", "Fri, Mar 13".
 * `metOn` is the day it was met or kept, where the caller knows it.
 */
export function dueWords(
  { what, state, on, days }: Pick<Due, "what" | "state" | "on" | "days">,
  format: Pick<Format, "day">,
  metOn: Day | null = null,
): string {
  const met = what === "promise" ? "Kept" : "Met";
  switch (state) {
    case "overdue":
      return `Overdue ${daysInWords(Math.abs(days))}`;
    case "today":
      return what === "promise" ? "Promised today" : "Due today";
    case "met":
      return metOn === null ? met : `${met} ${format.day(metOn)}`;
    case "met_late":
      return metOn === null ? `${met} late` : `${met} late, ${format.day(metOn)}`;
    case "soon":
    case "later":
      return format.day(on);
  }
}

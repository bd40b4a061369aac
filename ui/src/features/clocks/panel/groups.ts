import type { BindsView, ClockView } from "../../../ipc/contract";

export type ClockGroup = { id: BindsView; clocks: ClockView[] };

const ORDER: readonly BindsView[] = ["ours", "patient", "theirs"];

/**
 * What we must do, what the person can still do, and what others must do. Among each, what is only
 * to be kept or not yet to be done stands last.
 */
export function groupsOf(clocks: readonly ClockView[]): ClockGroup[] {
  return ORDER.map((id) => {
    const own = clocks.filter(({ binds }) => binds === id);
    return { id, clocks: own.toSorted((one, other) => quiet(one) - quiet(other)) };
  }).filter((group) => group.clocks.length > 0);
}

/** One group of our own needs no heading: that is what a clock is. */
export function areTitled(groups: readonly ClockGroup[]): boolean {
  return groups.some(({ id }) => id !== "ours");
}

function quiet({ sense }: ClockView): number {
  return sense === "deadline" ? 0 : 1;
}

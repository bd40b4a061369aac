import type { DueLine, MyDay } from "../../../ipc/contract";

export type DayGroup = { id: "now" | "week"; lines: DueLine[]; more: number };

/** The groups of the day that have something in them, in the order they are read. */
export function groupsOf(day: MyDay): DayGroup[] {
  const groups: DayGroup[] = [
    { id: "now", lines: day.now, more: day.nowMore },
    { id: "week", lines: day.week, more: day.weekMore },
  ];
  return groups.filter(({ lines, more }) => lines.length > 0 || more > 0);
}

/** A line leads to its case, with the clock or promise it is about in view. */
export function addressOf({ case: id, clock, promise }: DueLine): string {
  const at = clock ?? promise;
  return at === null ? `/cases/${id}` : `/cases/${id}?at=${encodeURIComponent(at)}`;
}

/** One case may have several lines; this names a line. */
export function keyOf({ case: id, clock, promise, due }: DueLine): string {
  return [id, clock, promise, due.on].join("/");
}

/** The line an arrow key moves to; the ends stay where they are. */
export function stepFrom(present: number, key: string, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return Math.min(present + 1, count - 1);
  if (key === "ArrowUp") return present < 0 ? 0 : Math.max(present - 1, 0);
  if (key === "Home" && present >= 0) return 0;
  if (key === "End" && present >= 0) return count - 1;
  return null;
}

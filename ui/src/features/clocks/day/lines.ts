import type { Due, DueLine, MyDay } from "../../../ipc/contract";

/** A line of the day that another feature knows of. */
export type OtherLine = {
  id: string;
  href: string;
  due: Pick<Due, "what" | "state" | "on" | "days">;
  /** The case and the person, or the person alone. */
  who: string;
  title: string;
  why: string;
};

export type DayGroup = { id: "now" | "week"; lines: (DueLine | OtherLine)[]; more: number };

/** The groups of the day that have something in them, in the order they are read. */
export function groupsOf(day: MyDay, others: readonly OtherLine[] = []): DayGroup[] {
  const inGroup = (id: DayGroup["id"]) => others.filter((line) => groupOf(line) === id);
  const groups: DayGroup[] = [
    { id: "now", lines: byDate([...day.now, ...inGroup("now")]), more: day.nowMore },
    { id: "week", lines: byDate([...day.week, ...inGroup("week")]), more: day.weekMore },
  ];
  return groups.filter(({ lines, more }) => lines.length > 0 || more > 0);
}

/** What is late or due today needs you now; the next seven days are the week; later waits. */
export function groupOf({ due }: Pick<OtherLine, "due">): DayGroup["id"] | null {
  if (due.days <= 0) return "now";
  return due.days <= WEEK ? "week" : null;
}

const WEEK = 7;

/** By day; those of one day stay as they came, so the office's own order holds. */
function byDate(lines: (DueLine | OtherLine)[]): (DueLine | OtherLine)[] {
  return lines.sort((a, b) => (a.due.on === b.due.on ? 0 : a.due.on < b.due.on ? -1 : 1));
}

/** A line leads to its case, with the clock or promise it is about in view. */
export function addressOf(line: DueLine | OtherLine): string {
  if ("href" in line) return line.href;
  const { case: id, clock, promise } = line;
  const at = clock ?? promise;
  return at === null ? `/cases/${id}` : `/cases/${id}?at=${encodeURIComponent(at)}`;
}

/** One case may have several lines; this names a line. */
export function keyOf(line: DueLine | OtherLine): string {
  if ("href" in line) return line.id;
  const { case: id, clock, promise, due } = line;
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

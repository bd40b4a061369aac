import type { ImportFate, ImportLine } from "../../../ipc/contract";

/** The order in which the groups are read: what is new first, what is left out last. */
export const FATES = ["create", "attach", "match", "skip"] as const satisfies ImportFate[];

export type FateGroup = { fate: ImportFate; lines: ImportLine[] };

/** The groups that have lines. */
export function groupsOf(lines: readonly ImportLine[]): FateGroup[] {
  return FATES.map((fate) => ({ fate, lines: lines.filter((line) => line.fate === fate) })).filter(
    (group) => group.lines.length > 0,
  );
}

/** What the office proposes to leave out before the person has ticked anything. */
export function proposedOut(lines: readonly ImportLine[]): ReadonlySet<number> {
  return new Set(lines.filter((line) => !line.include).map(({ n }) => n));
}

/** Ticks or unticks lines. */
export function tick(
  out: ReadonlySet<number>,
  lines: readonly ImportLine[],
  isIn: boolean,
): ReadonlySet<number> {
  const next = new Set(out);
  for (const { n } of lines) {
    if (isIn) next.delete(n);
    else next.add(n);
  }
  return next;
}

/** What will come in: new people, and everything else that is ticked and not left out anyway. */
export function countsOf(
  lines: readonly ImportLine[],
  out: ReadonlySet<number>,
): { people: number; other: number } {
  const ticked = lines.filter(({ n, fate }) => fate !== "skip" && !out.has(n));
  const people = ticked.filter(({ fate }) => fate === "create").length;
  return { people, other: ticked.length - people };
}

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

/** Whether lines of this fate bring anything in, and so may be ticked. */
export function comesIn(fate: ImportFate): boolean {
  return fate === "create" || fate === "attach";
}

/** What will come in: new people, and what goes onto a person. */
export function countsOf(
  lines: readonly ImportLine[],
  out: ReadonlySet<number>,
): { people: number; other: number } {
  const ticked = lines.filter(({ n, fate }) => comesIn(fate) && !out.has(n));
  const people = ticked.filter(({ fate }) => fate === "create").length;
  return { people, other: ticked.length - people };
}

import type { MovesView } from "../../../../ipc/contract";

/**
 * What a change does to open clocks: nothing; it moves their dates; it moves the safe days before
 * them; or it starts and stops clocks.
 */
export type Effect = "none" | "moves" | "safe" | "starts";

/** Whether somebody has to be asked before it is saved. No preview counts what starts or stops. */
export function asksFirst(effect: Effect, { total, open }: MovesView): boolean {
  if (effect === "none") return false;
  if (effect === "starts") return true;
  return effect === "safe" ? open > 0 : total > 0;
}

/** Whether counting again has to go through the open cases one by one. */
export function goesThroughCases(effect: Effect): boolean {
  return effect === "starts" || effect === "safe";
}

export type Beyond = { moves: MovesView; left: number };

/**
 * What a change moves by itself, without the clocks that were left as they were before it: those
 * would move whatever is counted again, and somebody who settles something else did not ask.
 */
export function beyond(moves: MovesView, before: MovesView): Beyond {
  const waiting = new Set(before.lines.map(({ clock, to }) => `${clock} ${to}`));
  const lines = moves.lines.filter(({ clock, to }) => !waiting.has(`${clock} ${to}`));
  const total = Math.max(lines.length, moves.total - before.total);
  return { moves: { ...moves, lines, total }, left: Math.max(moves.total - total, 0) };
}

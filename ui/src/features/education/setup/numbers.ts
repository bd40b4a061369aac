import type { LimitEntry } from "../../../ipc/contract";

export type Sorted = { open: LimitEntry[]; confirmed: LimitEntry[]; published: LimitEntry[] };

/** What waits to be confirmed, what was confirmed here, and what came checked. */
export function sorted(limits: readonly LimitEntry[]): Sorted {
  const ours = limits.filter(({ published }) => !published);
  return {
    open: ours.filter(({ confirmedBy }) => confirmedBy === null),
    confirmed: ours.filter(({ confirmedBy }) => confirmedBy !== null),
    published: limits.filter(({ published }) => published),
  };
}

/** Titles once each: a leaflet and its translation may be called the same. */
export function titlesOnce(titles: readonly string[]): string[] {
  return [...new Set(titles)];
}

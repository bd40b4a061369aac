import type { Paper, SummaryOptions } from "../../ipc/contract";
import { labels } from "../../words/labels";

/** How the summary is written, as the address says it; what is absent is the usual. */
export type SummarySearch = { paper?: Paper; copy?: SummaryOptions["copy"] };

export function readSummarySearch(raw: Record<string, unknown>): SummarySearch {
  const { paper, copy } = raw;
  return {
    ...(isOneOf(paper, labels.paper) ? { paper } : {}),
    ...(isOneOf(copy, labels.copy) ? { copy } : {}),
  };
}

function isOneOf<T extends string>(value: unknown, known: Record<T, unknown>): value is T {
  return typeof value === "string" && Object.hasOwn(known, value);
}

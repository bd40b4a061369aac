import { readSetting, type Setting } from "../paper/search";
import { readStack, writeStack } from "../stack";

/** Where the questions come from, as the address says it: a kind of visit, or a leaflet. */
export type AskSearch = Setting & { visit?: string; from?: string };

const VISIT = /^[a-z0-9-]{1,80}(:[a-z0-9-]{2,35})?$/i;

export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  const { visit } = raw;
  const from = writeStack(readStack(raw.from).slice(0, 1));
  return {
    ...readSetting(raw),
    ...(typeof visit === "string" && VISIT.test(visit) ? { visit } : {}),
    ...(from ? { from } : {}),
  };
}

/** One name for where the questions come from; null when the address does not say. */
export function sourceIn({ visit, from }: AskSearch): string | null {
  if (from !== undefined) return `leaflet:${from}`;
  if (visit !== undefined) return `visit:${visit.includes(":") ? visit : `${visit}:en`}`;
  return null;
}

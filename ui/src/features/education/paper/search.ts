import type { Paper, TextSize } from "../../../ipc/contract";
import { paperWords } from "../../../words/education/paper";
import { labels } from "../../../words/labels";
import { readStack, writeStack } from "../stack";

/** How something is set on paper, as the address says it; what is absent is the usual. */
export type Setting = { paper?: Paper; size?: TextSize };

export type PaperSearch = Setting & { stack?: string };

export function readPaperSearch(raw: Record<string, unknown>): PaperSearch {
  const stack = writeStack(readStack(raw.stack));
  return { ...readSetting(raw), ...(stack ? { stack } : {}) };
}

export function readSetting({ paper, size }: Record<string, unknown>): Setting {
  // An address keeps `size=18` as a number.
  const points = String(size);
  return {
    ...(isOneOf(paper, labels.paper) ? { paper } : {}),
    ...(isOneOf(points, paperWords.sizes) ? { size: points } : {}),
  };
}

function isOneOf<T extends string>(value: unknown, known: Record<T, unknown>): value is T {
  return typeof value === "string" && Object.hasOwn(known, value);
}

import type { Messages } from "../messages";

/** What the watchers say besides their own lines, which the office writes. */
export const watcherWords = {
  caseTitle: "Needs a look",
  dayTitle: "Needs a look",
  next: "Next",
  more: (n: string) => `${n} more in your cases`,
  rules: "Rules and dates",
  loading: "Looking for what is about to go wrong",
} as const satisfies Messages;

import type { Messages } from "./messages";

/** What My day says besides the sentence, which the office writes. */
export const dayWords = {
  now: "Needs you now",
  week: "This week",
  more: (n: string) => `${n} more`,
  seeAll: "See them all in Cases",
  nothingNow: "Nothing needs you right now.",
  quiet: "A good day for the calls you have been meaning to make.",
  newCase: "Open a new case",
  hint: "Up and down arrows move, Enter opens",
  enter: "Enter",
  loading: "Looking at your day",
} as const satisfies Messages;

import type { Messages } from "../messages";

/** Words of the reading page. */
export const readWords = {
  limit: {
    label: "Time limit",
    from: "Counted from",
    authority: "Written in",
    unverified: "Unverified default",
    unverifiedHint:
      "Nobody here has confirmed this number yet. Until then a patient reads the words below.",
    instead: (words: string) => `A patient reads: “${words}”`,
    omitted: "A patient reads the sentence without it.",
  },
  table: "Table",
} as const satisfies Messages;

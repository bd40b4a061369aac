import type { Messages } from "./messages";

export const draftsWords = {
  title: "Drafts",
  lead: "What you began and have not sent or saved. Only this office holds it, locked like the rest.",
  empty: "No drafts. What you begin to write is kept here until you finish it.",
  newCase: "Open a new case",
  label: "Drafts",
  what: "What it is",
  words: "Begins with",
  kept: "Kept",
  goOn: "Go on",
  drop: "Throw away",
  dropLabel: (title: string) => `Throw away the draft “${title}”`,
  dropped: (title: string) => `The draft “${title}” is gone.`,
  undo: "Undo",
  blank: "No words yet",
  loading: "Looking for drafts",
} as const satisfies Messages;

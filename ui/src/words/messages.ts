// Words are plain TypeScript, one object per feature, in `words/<feature>.ts`.
// Another language is another object of the same type (`typeof casesWords`), so a missing or
// misshapen message fails `tsc`; that is all a message compiler would give, without a build step,
// generated files or a second syntax for translators' plurals, which are functions here.

import { count } from "./shown/format";

/** A feature's messages: text, functions that make text, or groups of these. */
export type Messages = {
  readonly [key: string]: string | ((...given: never[]) => string) | Messages;
};

/** Words that belong to no one feature. */
export const generalWords = {
  add: "Add",
  addNew: (text: string) => `Add “${text}”`,
  cancel: "Cancel",
  characters: {
    left: stillLeft,
    over: tooMany,
    pasted: (pasted: number, fits: number) =>
      `What you pasted has ${count(pasted)} characters; ` +
      `${count(fits)} fit here. ` +
      "Nothing was pasted, and what you wrote is still here.",
    /** What a field with a limit says as it fills. */
    room: (left: number) => (left < 0 ? tooMany(-left) : stillLeft(left)),
  },
  clearSearch: "Clear search",
  close: "Close",
  done: "Done",
  draft: {
    restored: (when: string) => `Kept from ${when}. It is not saved yet.`,
    goOn: "Go on with it",
    startOver: "Start over",
    kept: (time: string) => `Draft kept ${time}`,
    notKept: (why: string) => `The draft is not kept yet: ${why}`,
  },
  loading: "Loading",
  loadingMore: "Loading more",
  next: "Next",
  nothingFound: "Nothing found.",
  notifications: "Notifications",
  optional: "optional",
  problem: "Check these before you go on",
  save: "Save",
  search: "Search",
  searching: "Searching",
  stop: "Stop",
  undo: "Undo",
  passphrase: { show: "Show passphrase", hide: "Hide passphrase" },
} as const satisfies Messages;

function stillLeft(n: number): string {
  return `${count(n)} ${n === 1 ? "character" : "characters"} left`;
}

function tooMany(n: number): string {
  const many = `${count(n)} ${n === 1 ? "character" : "characters"} too many`;
  return `${many}. Nothing was cut; shorten it to save.`;
}

import type { Messages } from "../messages";
import { listInWords } from "../shown/format";

/** Words of the reading page. */
export const readWords = {
  loading: "Opening the leaflet",
  version: (n: number) => `Version ${n}`,
  forWhom: (audiences: readonly string[]) =>
    `For ${listInWords(audiences.map((one) => one.toLowerCase()))}`,
  languages: "Language of this leaflet",
  actions: {
    give: "Hand out",
    paper: "Print or save",
    questions: "Questions to ask",
    more: "More",
    adapt: "Adapt for our office",
    translate: "Translate",
    adapted: "A copy of your own was made. Patients get it once it is published.",
    edit: "Edit our text",
    retire: "Retire…",
    restore: "Put back in the library",
    restored: (title: string) => `“${title}” is back in the library.`,
  },
  given: {
    title: (version: number, day: string | null) =>
      day === null
        ? `This is version ${version}, as it was handed out.`
        : `This is version ${version}, as it was given on ${day}.`,
    newer: (version: number) => `Version ${version} is out.`,
    same: "It is still the one in the library.",
    gone: "It is no longer in the library.",
    open: (version: number) => `Read version ${version}`,
  },
  retired: {
    title: "This leaflet is retired",
    words:
      "It is not in the library and is not suggested. Where it was given it can still be read.",
  },
  behind: {
    title: "Translation behind",
    words:
      "The English text has changed since this was translated. Check it before you hand it out.",
    english: "Read the English text",
  },
  reviewDue: {
    title: "Review due",
    words: "It is time to check whether this text still holds.",
  },
  retire: {
    title: "Retire this leaflet",
    lead: (title: string) =>
      `“${title}” leaves the library in this language. Where it was given it can still be read.`,
    draftTitle: (title: string) => `Retiring “${title}”`,
    reason: "Why",
    reasonHint: "It stays in the history. For example: the state changed its form.",
    submit: "Retire",
    submitting: "Retiring",
    problem: "It is still in the library",
    done: (title: string) => `“${title}” was retired.`,
  },
  who: {
    title: "Who can help",
    empty: "Not filled in yet",
    emptyHint: "On paper there is a line to write it on.",
    fill: "Fill in",
    fillLabel: (name: string) => `Fill in how to reach ${name}`,
  },
  limits: { title: "Time limits" },
  askBack: { title: "To ask back", listen: "Listen for" },
  related: "Goes with it",
  source: {
    title: "Source and review",
    reviewed: (day: string) => `Checked ${day}`,
    reviewedBy: (day: string, name: string) => `Checked ${day} by ${name}`,
    address: "Printed with it",
  },
  changes: { title: "What changed", version: (n: number, day: string) => `Version ${n}, ${day}` },
  limit: {
    label: "Time limit",
    from: "Counted from",
    authority: "Written in",
    unverified: "Unverified default",
    unverifiedHint:
      "Nobody here has confirmed this number yet. Until then a patient reads other words.",
    instead: (words: string) => `A patient reads: “${words}”`,
    omitted: "A patient reads it as it stands.",
  },
  table: "Table",
} as const satisfies Messages;

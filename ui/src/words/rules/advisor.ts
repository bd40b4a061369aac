import type { CaseKind, KnownBy } from "../../ipc/contract";
import { labels } from "../labels";
import type { Messages } from "../messages";

/** A kind within a sentence: "a grievance". Some kinds are no thing one can have one of. */
const aKind = {
  complaint: "a complaint",
  grievance: "a grievance",
  question: "a question",
  concern: "a concern",
  compliment: "a compliment",
  suggestion: "a suggestion",
  billing: "a billing matter",
  records: "a records matter",
  discharge: "a discharge matter",
} satisfies Record<CaseKind, string>;

/** How a fact is known, beside it. */
const by = {
  answer: "your answer",
  said_how: "from how the case was first said",
  kind: "from the kind of the case",
  relation: "from who raised the case",
  stay: "from the stay on record",
} satisfies Record<KnownBy, string>;

export const advisorWords = {
  aKind,
  opener: {
    "us-hospital": "Is it a grievance?",
    "uk-england": "Is it a complaint?",
    "us-insurance": "Is it an appeal or a grievance?",
    "us-ltc-ombudsman": "Is it a complaint?",
  },
  openerElse: "What is this?",
  key: "Ask what this is",
  group: "Case",
  title: "What is this?",
  draftTitle: (number: string) => `What ${number} is`,
  loading: "Reading the rules",
  failed: "The rules could not be read.",
  again: "Try again",
  unverified: "unverified default",
  unverifiedHint: "Nobody in this office has confirmed this rule yet.",
  confirm: "See where it is confirmed",
  checkedBy: (name: string, day: string) => `Checked against its source by ${name}, ${day}.`,
  notice: {
    title: "This is filed as a complaint",
    asks: "A few questions tell what the rules would call it.",
    resembles: (kind: CaseKind, rule: string) => `It reads like ${aKind[kind]} (${rule}).`,
    open: "Check it now",
  },
  known: {
    title: "What is known",
    by,
    change: "Change",
    changeNamed: (asks: string) => `Change: ${asks}`,
  },
  ask: {
    next: "Next",
    back: "Back",
    keep: "Leave it as it was",
    problem: "Choose an answer first",
    choose: "Choose one of the answers.",
  },
  advice: {
    lead: "What the rules would call it",
    rule: (rule: string) => `Rule ${rule}`,
    urgent: "Urgent",
    urgentHint: "Taking this advice marks the case urgent.",
    other: (called: string) => `Another reading: ${called}`,
    otherHint: "Bedside shows both. You decide.",
    follows: "What follows",
    notLegal: "This is how the rules are commonly read. It is not legal advice.",
    take: (kind: CaseKind) => `File it as ${aKind[kind]}`,
    keep: (kind: CaseKind) => `Keep it as ${aKind[kind]}`,
    choose: "Choose something else",
    deciding: "Saving",
    problem: "Nothing was decided yet",
  },
  choice: {
    kind: "What it is",
    kindPlaceholder: "Choose",
    reason: "Why not as advised",
    reasonHint: "It is kept with the decision and shown in the history.",
    submit: "Decide",
    back: "Back to the advice",
    lacking: "Choose what it is.",
  },
  done: {
    filed: (kind: CaseKind) => `The case is now ${aKind[kind]}.`,
    kept: (kind: CaseKind) => `The case stays ${aKind[kind]}.`,
    urgent: "It is marked urgent.",
    started: "Clocks that started",
    stopped: "Clocks that stopped",
    due: (name: string, day: string) => `${name}, due ${day}`,
    stop: (name: string) => name,
    none: "No clock started or stopped.",
    close: "Done",
  },
  decided: {
    title: "What it is",
    under: (kind: CaseKind, rule: string) => `${labels.caseKind[kind]} under ${rule}`,
    against: (kind: CaseKind, advised: CaseKind, rule: string) =>
      `${labels.caseKind[kind]}, where ${rule} says ${aKind[advised]}`,
    by: (name: string, when: string) => `Decided by ${name}, ${when}`,
    reason: "Reason",
    other: "Other reading",
    facts: "On these facts",
    changed: (kind: CaseKind) => `Since then the case was filed as ${aKind[kind]}.`,
    again: "Ask again",
    failed: "What was decided could not be read.",
    story: (kind: CaseKind) => `Decided: ${aKind[kind]}`,
    storyRule: (rule: string, called: string) => `${rule}: ${called}`,
    storyBy: (name: string) => `decided by ${name}`,
  },
} as const satisfies Messages;

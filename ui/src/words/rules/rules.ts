import type { Messages } from "../messages";
import { count, counted } from "../shown/format";

/** Words of the settings about rules, the office's own numbers, and how its dates are counted. */
export const rulesWords = {
  title: "Rules and dates",
  lead: "What the dates in this office are counted by. What came with Bedside and is yours to decide stays marked until somebody here has checked it.",
  loading: "Reading the rules",
  readOnly: "You can read all of this. Only an administrator can change it.",
  settled: "Somebody here has confirmed all of it.",
  open: (n: number) =>
    n === 1
      ? "One thing here waits for somebody to confirm it."
      : `${count(n)} things here wait for somebody to confirm them.`,
  unverified: "unverified default",
  confirmedBy: (name: string, day: string) => `Confirmed by ${name}, ${day}`,
  change: "Change",
  takeBack: "Take back",
  numbers: {
    title: "Numbers your policy sets",
    lead: "The law leaves these to each office. Put in what your own policy says, and where it says so.",
    amount: (done: number, all: number) => `${done} of ${all} confirmed`,
    none: "The rules in force leave no number to your policy.",
    confirm: "This is our number",
    confirmNamed: (name: string, length: string) => `This is our number: ${name}, ${length}`,
    changeNamed: (name: string) => `Change the number: ${name}`,
    policy: "Your policy",
    rule: "Rule",
    shipped: "Came as",
    length: (n: number, day: string) => counted(n, day, `${day}s`),
    calendarDay: "calendar day",
    month: "month",
    done: (name: string, length: string) => `${name}: ${length}.`,
  },
  number: {
    title: (name: string) => `${name}: our number`,
    draftTitle: (name: string) => `Number for “${name}”`,
    lead: (task: string) => `How long your policy gives for the ${task}.`,
    many: "How many",
    days: "Counted in",
    daysHint: (day: string) => `Only ${day}s pass over weekends and the holidays of the calendar.`,
    calendarDays: "Calendar days",
    businessDays: (day: string) => `${day.charAt(0).toUpperCase()}${day.slice(1)}s`,
    months: "Months",
    policy: "Where your policy says so",
    policyHint: "For example: Grievance policy 4.2, version of July 2025.",
    submit: "This is our number",
    submitting: "Looking at open clocks",
    reset: (length: string) => `Back to ${length}, as it came`,
    resetDone: (name: string, length: string) => `${name} is back to ${length}, as it came.`,
    problem: "The number was not changed",
    missing: "Give a number of days from 1 to 3,660, as your policy says.",
  },
  checks: {
    title: "Rules to check against their source",
    lead: "These came with Bedside, and nobody has checked them for this office yet. Read where each is written, and say here when you have. No date moves by it. When a later version says something else, it has to be checked again.",
    amount: (done: number, all: number) => `${done} of ${all} checked`,
    none: "None of the rules in force waits to be checked against its source.",
    note: "Checked against",
    former: (version: string) =>
      `Version ${version}: only clocks that started under it still count this way.`,
    check: "I have checked this…",
    checkNamed: (name: string) => `I have checked this… ${name}`,
    checkedBy: (name: string, day: string) => `Checked by ${name}, ${day}`,
    takeBackNamed: (name: string) => `Take back the check: ${name}`,
    takenBack: (name: string) => `“${name}” waits to be checked again.`,
  },
  check: {
    title: (name: string) => `${name}: checked?`,
    draftTitle: (name: string) => `A check of “${name}”`,
    lead: (says: string, citation: string) =>
      `As it stands here: ${says} It is written in: ${citation}.`,
    note: "What you looked at",
    noteHint: "For example: the directive of May 2025, part 5.",
    submit: "I have checked this against the source",
    submitting: "Saving",
    problem: "The check was not saved",
    done: (name: string) => `“${name}” is checked.`,
  },
  counting: {
    title: "How dates are counted",
    hours: "When something comes in late in the day",
    anyHour: "The day it came counts, at whatever hour.",
    closes: (time: string, day: string) =>
      `What comes in after ${time} counts as received on the next ${day}.`,
    businessDay: "business day",
    margin: "Safety margin for the person’s own windows",
    marginDays: (n: number) =>
      n === 0
        ? "None: they are told the last day itself."
        : `They are told to act ${counted(n, "day", "days")} before the last day.`,
    confirmHours: "This is how we count",
    confirmMargin: "This is our margin",
    changeHours: "Change: when something comes in late in the day",
    changeMargin: "Change: safety margin",
    hoursDone: "How late hours count is settled.",
    marginDone: "The safety margin is settled.",
  },
  hours: {
    title: "When something comes in late in the day",
    lead: "A call or an e-mail in the evening: does that day still count as the day it was received? Offices differ; your policy says.",
    draftTitle: "Late hours",
    how: "What we do",
    anyHour: "The day it came counts, at whatever hour",
    next: (day: string) => `After we close, it counts as received on the next ${day}`,
    closes: "We close at",
    submit: "This is how we count",
    submitting: "Looking at open clocks",
    problem: "How late hours count was not changed",
    missing: "Give the time your office closes.",
  },
  margin: {
    title: "Safety margin",
    lead: "A person who has until a certain day to appeal is shown an earlier, safe day, so that a slow letter does not cost them their right. The last day by law is shown beside it.",
    draftTitle: "Safety margin",
    many: "Days before the last day",
    unit: "days",
    submit: "This is our margin",
    submitting: "Looking at open clocks",
    problem: "The margin was not changed",
    missing: "Give a number of days from 0 to 60.",
  },
  calendars: {
    title: "Calendars",
    source: "Source",
    years: "Years",
    reviewed: "Last reviewed",
    yearsKnown: (first: number, last: number) => `${first} to ${last}`,
    confirm: "These are our holidays",
    confirmNamed: (name: string) => `These are our holidays: ${name}`,
    takeBackNamed: (name: string) => `Take back: ${name}`,
    done: (name: string) => `“${name}” is confirmed.`,
    takenBack: (name: string) => `“${name}” is no longer confirmed.`,
    none: "The rules in force ask no calendar.",
  },
  closed: {
    title: "Other days you are closed",
    lead: "Limits that your own policy sets in business days pass over these. Limits of law do not.",
    none: "No such day so far.",
    add: "Add a day",
    remove: "Remove",
    removeNamed: (day: string, name: string) => `Remove ${day}, ${name}`,
    removed: (day: string) => `${day} counts again.`,
  },
  closedDay: {
    title: "A day you are closed",
    draftTitle: "A day you are closed",
    on: "Day",
    name: "Why",
    nameHint: "For example: Founder’s Day.",
    submit: "Add the day",
    submitting: "Looking at open clocks",
    problem: "The day was not added",
    missingDay: "Choose the day.",
    missingName: "Say why the office is closed.",
    done: (day: string) => `${day}: closed.`,
  },
  packs: {
    title: "Rules in force",
    own: "This office was made for these. They stay on.",
    inForce: "in force",
    off: "off",
    brought: "corrected here",
    version: "Version",
    rules: (n: number) => counted(n, "rule", "rules"),
    reviewed: "Last reviewed",
    changes: "What changed",
    others: (n: number) => `Show ${counted(n, "other set of rules", "other sets of rules")}`,
    othersTitle: "Others that can be switched on",
    on: (name: string) => `“${name}” is in force.`,
    offDone: (name: string) => `“${name}” is switched off.`,
  },
  optional: {
    title: "Rules that hold for some offices only",
    lead: "These start no clock until you switch them on.",
    none: "None among the rules in force.",
    on: (name: string) => `“${name}” is switched on.`,
    offDone: (name: string) => `“${name}” is switched off.`,
  },
  file: {
    title: "A corrected rule file",
    lead: "When a rule is wrong or the law has changed, a corrected file can take its place before the next version of Bedside comes. Clocks that run keep the version they started under.",
    load: "Load a rule file",
    loading: "Checking the file",
    problem: (name: string) => `“${name}” was not loaded`,
    stays: "The rules before stay in force.",
    done: (name: string, version: string) => `“${name}”, version ${version}, is in force.`,
    loaded: "The file is in force.",
    after:
      "New cases go by it from now on. Open cases get what is new in it once they are gone through.",
    through: "Go through open cases",
  },
  pending: {
    title: "Open clocks",
    words: (n: number, open: string) =>
      n === 1
        ? `One of ${open} open clocks keeps a date from before something on this page was changed.`
        : `${count(n)} of ${open} open clocks keep dates from before something on this page was changed.`,
    look: "Count them again",
  },
  ask: {
    moves: (n: number, open: number) =>
      n === 0
        ? "No open clock would move"
        : `${count(n)} of ${counted(open, "open clock", "open clocks")} would move`,
    none: "The dates of open clocks stay as they are.",
    same: "They would be counted by another number; their dates stay the same.",
    list: "Clocks that would move",
    from: "from",
    to: "to",
    more: (n: number) => `and ${count(n)} more.`,
    left: (n: number) =>
      n === 1
        ? "Counting again also moves one clock that was left as it was earlier."
        : `Counting again also moves ${count(n)} clocks that were left as they were earlier.`,
    starts:
      "New cases go by it from now on. Counting again also goes through the open cases: clocks start where a rule now applies, and stop where none does any more.",
    safe: "New windows get the new margin. Counting again gives it to the open ones too.",
    keeps:
      "Clocks that were met stay as they are. A date that has passed unmet stays in the record.",
    again: "Save, and count open clocks again",
    newOnly: "Save for new cases only",
    saving: "Saving",
    count: "Count them again",
    back: "Back",
  },
  recount: {
    title: "Counting open clocks again",
    label: "Progress",
    step: (what: string, done: number, total: number) =>
      total > 1 ? `${what}: ${count(done)} of ${count(total)}` : what,
    stop: "Stop",
    stoppedTitle: "Stopped",
    stopped:
      "The change is saved. Clocks that were counted before you stopped have their new dates; the others keep theirs until they are counted again.",
    failedTitle: "Not all clocks were counted",
    failed: (why: string) => `The change is saved. ${why}`,
    on: "Go on counting",
    done: (moved: number) =>
      moved === 0
        ? "Counted again. No date has changed."
        : `Counted again. ${counted(moved, "clock has", "clocks have")} another date now.`,
  },
} as const satisfies Messages;

import type { CaseKind, TeachOutcome, Way } from "../../ipc/contract";
import type { Messages } from "../messages";
import { counted, listInWords } from "../shown/format";

/** What handing out leaflets and asking them back reads. */
export const educationGivenWords = {
  way: {
    printed: "Printed",
    large_print: "Large print",
    read_aloud: "Read aloud",
    emailed: "E-mailed",
    sent: "Sent by post",
  } satisfies Record<Way, string>,
  outcome: {
    understood: "Understood",
    retaught: "Explained again, then understood",
    not_yet: "Not yet",
  } satisfies Record<TeachOutcome, string>,
  standing: {
    notAsked: "Not asked yet",
    notYet: "Not yet",
    understood: "Understood",
    retaught: "Understood, second try",
    againOn: (day: string) => `Not yet. Again ${day}`,
    againToday: "Go over it again today",
    againLate: (days: string) => `Go over it again, overdue ${days}`,
  },
  give: {
    title: "Hand out",
    titleTo: (name: string) => `Hand out to ${name}`,
    draftTitle: (name: string) => (name === "" ? "Handing out" : `Handing out to ${name}`),
    to: "To whom",
    toPlaceholder: "Choose a person",
    find: "Name or record number",
    noneFound: "Nobody by that name. Add them under People first.",
    choosePerson: "Choose to whom you are handing it.",
    inCase: "In which case",
    noCase: "In no case",
    leaflets: "Leaflets",
    add: "Add a leaflet",
    addPlaceholder: "Type words of its title",
    noneLike: "No leaflet has those words.",
    remove: (title: string) => `Take out “${title}”`,
    language: "Language",
    languageOf: (title: string) => `Language of “${title}”`,
    notTheirs: (name: string, reads: string) => `${name} reads ${reads}.`,
    way: "How",
    at: "When",
    note: "Note",
    noteHint: "Anything worth remembering: who was there, what was hard.",
    submit: "Hand out",
    print: "Hand out and print",
    submitting: "Writing it down",
    problem: "Nothing was written down yet",
    done: (titles: readonly string[], name: string) =>
      titles.length === 1
        ? `“${titles[0] ?? ""}” was given to ${name}.`
        : `${counted(titles.length, "leaflet", "leaflets")} were given to ${name}.`,
    failed: "The library could not be read.",
    again: "Try again",
    because: (reasons: readonly string[]) => reasons.join(" · "),
  },
  teach: {
    title: "Teach back",
    draftTitle: (title: string, name: string) => `Teach back: ${title}, ${name}`,
    lead: (name: string) =>
      `Ask ${name === "" ? "them" : name} to say it in their own words. ` +
      "It checks how well we explained, and is no test.",
    open: "Ask it back now",
    drop: "Ask it another time",
    group: (title: string) => `Teach back: ${title}`,
    ask: (ask: string) => `Ask: “${ask}”`,
    listenFor: (what: string) => `Listen for: ${what}`,
    words: "In their own words",
    wordsFor: (ask: string) => `In their own words: ${ask}`,
    interpreter: "An interpreter helped",
    againOn: "Go over it again on",
    againHint: "It will stand in My day until it is understood.",
    note: "Note",
    mark: "Choose how this went, or take the words out.",
    none: "This one has no points to ask back.",
    loading: "Reading the points",
    before: (day: string, asks: readonly string[]) =>
      asks.length === 0 ? `Understood on ${day}.` : `Not clear on ${day}: ${quoted(asks)}`,
    stillOpen: "This was not clear last time. Choose how it went now.",
    submit: "Keep what was said",
    submitting: "Keeping it",
    problem: "This was not kept yet",
    done: (title: string) => `Kept what was said about “${title}”.`,
    gone: "This leaflet was not given here.",
  },
  panel: {
    title: "Education",
    group: "Case",
    handOut: "Hand out",
    handOutKey: "Hand out a leaflet",
    handOutNamed: (title: string) => `Hand out “${title}”`,
    loading: "Reading what was given",
    failed: "What was given could not be read.",
    again: "Try again",
    none: "Nothing was handed out yet.",
    all: (n: number) => `Show all ${n}`,
    fewer: "Show fewer",
    version: (n: number) => `Version ${n}`,
    newer: (n: number) => `Version ${n} is out`,
    given: (way: string, day: string) => `${way} ${day}`,
    to: (name: string) => `to ${name}`,
    read: "Read",
    readNamed: (title: string) => `Read “${title}”`,
    teach: "Teach back",
    teachNamed: (title: string) => `Teach back: ${title}`,
    notYet: (asks: readonly string[]) => `Not clear yet: ${quoted(asks)}`,
    suggested: "Might help",
    noSuggestions: "Nothing more is suggested for this case.",
    byRights: (names: readonly string[]) => `At stake: ${atStake(names)}`,
    byUnit: (unit: string) => (unit === "" ? "For this ward" : `Ward: ${unit}`),
    byKind: {
      complaint: "This is a complaint",
      grievance: "This is a grievance",
      question: "This is a question",
      concern: "This is a concern",
      compliment: "This is a compliment",
      suggestion: "This is a suggestion",
      billing: "This is a billing case",
      records: "This is a records case",
      discharge: "This is a discharge case",
    } satisfies Record<CaseKind, string>,
    rights: "Rights at stake",
    noRights: "None named yet.",
    change: "Change",
    changeNamed: "Change the rights at stake",
  },
  rights: {
    title: "Rights at stake",
    draftTitle: "Rights at stake",
    lead: "Tick what this case is about. It decides which leaflets are suggested first.",
    find: "Find a right",
    noneLike: "No right has those words.",
    submit: "Keep these",
    submitting: "Keeping them",
    problem: "This was not kept yet",
    done: "The rights at stake are kept.",
  },
  person: {
    none: "They have had no leaflet yet.",
    notHad: (n: number) => `Not had yet (${n})`,
    inCase: (number: string) => `in ${number}`,
  },
  story: {
    given: (title: string) => `Leaflet given: “${title}”`,
    back: (title: string) => `Taught back: “${title}”`,
    interpreter: "through an interpreter",
    by: (name: string) => `by ${name}`,
    about: (parts: readonly string[]) => parts.join(" · "),
  },
  day: {
    line: (title: string) => `Go over “${title}” again`,
    why: (asks: readonly string[]) =>
      asks.length === 0 ? "Not understood yet." : `Not yet clear: ${quoted(asks)}`,
    sentence: (now: number, week: number) => {
      if (now > 0) return `${leafletsAre(now)} to be gone over again today.`;
      return week > 0 ? `${leafletsAre(week)} to be gone over again this week.` : "";
    },
  },
} as const satisfies Messages;

function quoted(asks: readonly string[]): string {
  return asks.map((ask) => `“${ask}”`).join(" ");
}

const SMALL = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function leafletsAre(n: number): string {
  return `${SMALL[n] ?? String(n)} ${n === 1 ? "leaflet is" : "leaflets are"}`;
}

const MOST_RIGHTS = 2;

/** Rights are named as "To see your record"; in a sentence each is "the right to see your record". */
function atStake(names: readonly string[]): string {
  const said = names.map((name) =>
    name.startsWith("To ")
      ? `the right to ${name.slice(3)}`
      : name.slice(0, 1).toLowerCase() + name.slice(1),
  );
  const more = said.length - MOST_RIGHTS;
  return listInWords(more > 0 ? [...said.slice(0, MOST_RIGHTS), `${more} more`] : said);
}

import type { Messages } from "../messages";

/** Words of the sheet of questions for one visit. */
export const askWords = {
  title: "Questions to ask",
  lead: "A sheet for one visit: the questions that matter, with room for the answers.",
  draftTitle: (about: string) => (about === "" ? "Questions to ask" : `Questions to ask: ${about}`),
  loading: "Fetching the questions",
  visit: "What is the visit about?",
  visitPlaceholder: "Choose a kind of visit",
  from: (title: string) => `From the leaflet “${title}”.`,
  language: "Language of the sheet",
  questions: "Questions",
  chosen: (n: number, all: number) => `${n} of ${all}`,
  all: "Choose all",
  none: "Choose none",
  own: "Our own",
  up: (question: string) => `Move “${question}” up`,
  down: (question: string) => `Move “${question}” down`,
  out: (question: string) => `Take out “${question}”`,
  add: {
    label: "Add a question of your own",
    hint: "In the words the person uses.",
    button: "Add",
    twice: "That question is there already.",
  },
  sheet: "The sheet",
  empty: "Choose what the visit is about, or write a question of your own.",
  nothing: "Tick a question to see the sheet.",
  startOver: "Start over",
} as const satisfies Messages;

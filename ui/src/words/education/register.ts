import type { Messages } from "../messages";

/** Words of the register: what was given out in a span of days. */
export const registerWords = {
  title: "Register",
  lead: "What was given out, and what people could say back.",
  loading: "Counting what was given",
  earlier: "Earlier month",
  later: "Later month",
  thisMonth: "This month",
  span: (from: string, to: string) => `${from} to ${to}`,
  counts: {
    given: "Leaflets given",
    people: "People",
    taught: "Asked back",
    notYet: "Not yet understood",
  },
  ofGiven: (percent: number) => `${percent}% of those given`,
  leaflets: {
    title: "By leaflet",
    leaflet: "Leaflet",
    given: "Given",
    taught: "Asked back",
    notYet: "Not yet",
  },
  groups: {
    topics: "By topic",
    languages: "By language",
    units: "By unit",
    ways: "By way",
    name: "Name",
    given: "Given",
  },
  noUnit: "No unit",
  empty: "Nothing was given in this time.",
  hint: "Hand a leaflet out from the library, from a case, or from a person's page, and it is counted here.",
  library: "Open the library",
} as const satisfies Messages;

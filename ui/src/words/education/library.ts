import type { Audience, Purpose, Setting, Topic } from "../../ipc/contract";
import type { Messages } from "../messages";
import { counted, listInWords } from "../shown/format";

/** What a person reads for the codes of education; declared in the order lists show. */
export const educationLabels = {
  topic: {
    rights: "Your rights",
    complaints: "Complaints",
    records: "Records and privacy",
    bills: "Bills",
    insurance: "Insurance",
    going_home: "Going home",
    choices: "Choices about care",
    access: "Language and access",
    safety: "Safety",
    long_term_care: "Long-term care",
    england: "NHS in England",
    office: "How we work",
  } satisfies Record<Topic, string>,
  audience: {
    patient: "Patients",
    family: "Families",
    representative: "Representatives",
    resident: "Residents",
    parent: "Parents",
    young_person: "Young people",
    staff: "Staff",
  } satisfies Record<Audience, string>,
  setting: {
    hospital: "Hospital",
    ombudsman: "Long-term care",
    insurance: "Insurance",
    england: "England",
  } satisfies Record<Setting, string>,
  purpose: {
    leaflet: "Leaflet",
    policy: "Policy",
    procedure: "Procedure",
  } satisfies Record<Purpose, string>,
};

/** Words of the library of leaflets. */
export const libraryWords = {
  places: {
    label: "Parts of education",
    library: "Library",
    own: "Our own",
    questions: "Questions to ask",
    register: "Register",
    setup: "Set-up",
  },
  title: "Library",
  found: (n: number) => counted(n, "leaflet", "leaflets"),
  loading: "Opening the library",
  search: "Search the leaflets",
  searchHint: "Words in a title or a text",
  filters: {
    topic: "Topic",
    audience: "For",
    language: "Language",
    setting: "Setting",
    retired: "Retired",
    stop: (label: string) => `Stop filtering by ${label.toLowerCase()}`,
    showCurrent: "Hide what is retired",
  },
  topicOf: (topic: string) => topic,
  results: "Found",
  alsoIn: "Also in",
  readIn: (title: string, language: string) => `${title}, in ${language}`,
  marks: {
    own: "Our own",
    behind: "Translation behind",
    reviewDue: "Review due",
    retired: "Retired",
  },
  empty: "There are no leaflets in the library yet.",
  nothing: (text: string) => `No leaflet here has the words “${text}”.`,
  nothingSo: "No leaflet here fits these filters.",
  clear: "Show every leaflet",
  everywhere: "Look in every setting and language",
  mistakes: {
    title: (n: number) =>
      n === 1
        ? "One file of the library could not be read"
        : `${n} files of the library could not be read`,
    rest: "The other leaflets work. Whoever keeps the files can mend it with what stands there.",
    show: "Show which",
  },
  stack: {
    label: "Chosen leaflets",
    add: (title: string) => `Choose “${title}”`,
    titles: (titles: readonly string[]) => listInWords([...titles]),
    paper: "Print or save",
    give: "Hand out",
    clear: "Choose none",
  },
} as const satisfies Messages;

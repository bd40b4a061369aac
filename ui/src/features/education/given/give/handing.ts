import type {
  CaseParty,
  Day,
  GiveOne,
  Id,
  KeyPointForm,
  LeafletRow,
  Moment,
  SuggestionView,
  TeachBackForm,
  TeachOutcome,
  Way,
} from "../../../../ipc/contract";
import { addDays } from "../../../../words/shown/format";
import { baseOf, languageFor } from "../language";

/** What was said about one key point. */
export type Said = { outcome: TeachOutcome | null; words: string };

/** A teach-back as it is typed. Key points are known by their place. */
export type TeachDraft = {
  said: Said[];
  interpreter: boolean;
  note: string;
  /** Null until another day than the suggested one is chosen. */
  againOn: Day | null;
};

/** A leaflet to hand out. Without a language it follows what the person reads. */
export type Handed = { key: string; language: string | null; teachBack: TeachDraft | null };

export type PersonChoice = { id: Id; label: string };

export type GiveDraft = {
  person: PersonChoice | null;
  personText: string;
  case: Id | null;
  leaflets: Handed[];
  /** Null is the way that suits the person. */
  way: Way | null;
  /** Null is now. */
  at: Moment | null;
  note: string;
};

export const blankTeach: TeachDraft = { said: [], interpreter: false, note: "", againOn: null };
export const unsaid: Said = { outcome: null, words: "" };
const WEEK = 7;

/** One leaflet of the library, in all its languages. */
export type Title = { key: string; title: string; about: string; rows: LeafletRow[] };

/** The leaflets that can be given, each once, in the order of the library. */
export function titlesOf(rows: readonly LeafletRow[]): Title[] {
  const found = new Map<string, Title>();
  for (const row of rows) {
    if (row.retired) continue;
    const known = found.get(row.key);
    if (known === undefined) {
      found.set(row.key, { key: row.key, title: row.title, about: row.about, rows: [row] });
      continue;
    }
    known.rows.push(row);
    if (baseOf(row.language) === "en") {
      known.title = row.title;
      known.about = row.about;
    }
  }
  return [...found.values()];
}

/** The language a leaflet is handed out in, and what it is called there. */
export function inLanguage(
  title: Title | undefined,
  chosen: string | null,
  reads: string | null,
): { language: string; title: string; languages: string[] } {
  const languages = title?.rows.map(({ language }) => language) ?? [];
  const language = chosen ?? languageFor(languages, reads);
  const row = title?.rows.find((one) => one.language === language);
  return { language, languages, title: row?.title ?? title?.title ?? "" };
}

/** What the picker offers: what the case calls for first, then the rest, by the words typed. */
export function offered(
  titles: readonly Title[],
  suggestions: readonly SuggestionView[],
  chosen: readonly Handed[],
  text: string,
): Title[] {
  const place = new Map(suggestions.map(({ leaflet }, n) => [leaflet.key, n]));
  const taken = new Set(chosen.map(({ key }) => key));
  const words = folded(text).split(/\s+/).filter(Boolean);
  return titles
    .filter(({ key }) => !taken.has(key))
    .filter((one) => {
      const whole = folded([one.about, ...one.rows.map(({ title }) => title)].join(" "));
      return words.every((word) => whole.includes(word));
    })
    .map((one, n) => ({ one, rank: place.get(one.key) ?? suggestions.length + n }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** The people of a case something can be handed to, each once, the patient first. */
export function recipients(parties: readonly CaseParty[]): PersonChoice[] {
  const people = parties.filter(({ role }) => role !== "department" && role !== "payer");
  const patients = people.filter(({ role }) => role === "patient");
  const names = new Map([...patients, ...people].map(({ person, name }) => [person, name]));
  return [...names].map(([id, label]) => ({ id, label }));
}

/** Whether a point is not clear yet, so that a day is needed to go over it again. */
export function isOpen(teach: TeachDraft): boolean {
  return teach.said.some((said) => said?.outcome === "not_yet");
}

/** The day to go over it again: the one chosen, or a week from today. */
export function againOn(teach: TeachDraft, today: Day): Day | null {
  return isOpen(teach) ? (teach.againOn ?? addDays(today, WEEK)) : null;
}

/** The place of the first point with words but no mark, which would be lost. */
export function unmarked(teach: TeachDraft): number | null {
  const place = teach.said.findIndex(
    (said) => said !== undefined && said.outcome === null && said.words.trim() !== "",
  );
  return place === -1 ? null : place;
}

/** What the office is told of a teach-back. */
export function teachForm(
  teach: TeachDraft,
  points: readonly Pick<KeyPointForm, "ask">[],
  today: Day,
): TeachBackForm {
  return {
    points: points.flatMap(({ ask }, n) => {
      const { outcome, words } = teach.said[n] ?? unsaid;
      return outcome === null ? [] : [{ ask, outcome, words }];
    }),
    interpreter: teach.interpreter,
    note: teach.note,
    againOn: againOn(teach, today),
  };
}

/** The way that suits somebody, by what is written down of their needs. */
export function suitingWay(needs: string | null): Way {
  return /large[\s-]+print/i.test(needs ?? "") ? "large_print" : "printed";
}

/** Where a stack is printed. */
export function paperHref(leaflets: readonly GiveOne[], way: Way): string {
  const stack = leaflets.map(({ key, language }) => `${key}:${language}`).join(",");
  const size = way === "large_print" ? "&size=18" : "";
  return `/education/paper?stack=${encodeURIComponent(stack)}${size}`;
}

/** The person's words for one point changed. */
export function withSaid(teach: TeachDraft, place: number, change: Partial<Said>): TeachDraft {
  const length = Math.max(teach.said.length, place + 1);
  const said = Array.from({ length }, (_, n) => {
    const was = teach.said[n] ?? unsaid;
    return n === place ? { ...was, ...change } : was;
  });
  return { ...teach, said };
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

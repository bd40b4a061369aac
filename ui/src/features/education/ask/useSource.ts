import { useOfficeKeeping } from "../../../ipc/cache";
import type { LeafletView, QuestionsView } from "../../../ipc/contract";

/** Where the questions come from, once it was looked up. */
export type Source = {
  language: string;
  /** What the visit is about, as the sheet says it. */
  about: string;
  questions: string[];
  /** The kind of visit; null when they come from a leaflet. */
  visit: string | null;
  /** Other languages it is in, this one too. */
  languages: string[];
};

/** Looks up `visit:<id>:<language>` or `leaflet:<key>:<language>`. */
export function useSource(name: string, bank: readonly QuestionsView[]) {
  const [kind = "", key = "", language = "en"] = name.split(":");
  const isLeaflet = kind === "leaflet";
  const read = useOfficeKeeping(
    "education.read",
    { key, language, textId: null },
    { enabled: isLeaflet },
  );
  if (isLeaflet) {
    if (read.error) throw read.error;
    return { source: read.data ? fromLeaflet(read.data) : null, isLoading: read.isPending };
  }
  return { source: kind === "visit" ? fromBank(bank, key, language) : null, isLoading: false };
}

export function fromBank(
  bank: readonly QuestionsView[],
  id: string,
  language: string,
): Source | null {
  const having = bank.filter(({ visits }) => visits.some((visit) => visit.id === id));
  const one = having.find((view) => view.language === language) ?? having[0];
  const visit = one?.visits.find((visit) => visit.id === id);
  if (one === undefined || visit === undefined) return null;
  return {
    language: one.language,
    about: visit.title,
    questions: visit.questions,
    visit: id,
    languages: having.map((view) => view.language),
  };
}

function fromLeaflet(view: LeafletView): Source {
  const others = view.translations.map(({ language }) => language);
  return {
    language: view.language,
    about: view.title,
    questions: view.questions,
    visit: null,
    languages: [...new Set([view.language, ...others])].sort(),
  };
}

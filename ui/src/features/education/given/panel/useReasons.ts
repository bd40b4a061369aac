import { useOffice } from "../../../../ipc/answers";
import type { CaseKind, Id, RightView, SuggestionView } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";

const words = educationGivenWords.panel;

/** Why a leaflet is suggested for a case, in words, the weightiest first. */
export function useReasons(caseId: Id | null): (suggestion: SuggestionView) => string[] {
  const view = useOffice("cases.view", { id: caseId ?? "" }, { enabled: caseId !== null }).data;
  const library = useOffice("education.library", null).data;
  const matter = { kind: view?.form.kind ?? null, unit: view?.form.unit ?? "" };
  return (suggestion) => reasonsOf(suggestion, library?.rights ?? [], matter);
}

/** The reasons of one suggestion. */
export function reasonsOf(
  { byRights, byUnit, byKind }: Pick<SuggestionView, "byRights" | "byUnit" | "byKind">,
  rights: readonly RightView[],
  matter: { kind: CaseKind | null; unit: string },
): string[] {
  const names = rights.filter(({ id }) => byRights.includes(id)).map(({ name }) => name);
  return [
    ...(names.length > 0 ? [words.byRights(names)] : []),
    ...(byUnit ? [words.byUnit(matter.unit)] : []),
    ...(byKind && matter.kind !== null ? [words.byKind[matter.kind]] : []),
  ];
}

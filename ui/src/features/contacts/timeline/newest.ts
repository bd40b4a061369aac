import type { Id } from "../../../ipc/contract";

const PAGE = 40;

/** The question for the first page of a case's contacts. */
export function newestOf(caseId: Id) {
  return { case: caseId, after: null, limit: PAGE };
}

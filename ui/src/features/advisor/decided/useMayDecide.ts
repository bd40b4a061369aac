import { useOffice } from "../../../ipc/answers";
import type { CaseView, Role } from "../../../ipc/contract";

const CASEWORK: readonly Role[] = ["advocate", "supervisor"];

/**
 * Whether the person who is here may decide what this case is: it is open, casework is theirs, and
 * there is a decision table for this kind of office.
 */
export function useMayDecide(view: CaseView | undefined): boolean {
  const roles = useOffice("security.status", null).data?.person?.roles ?? [];
  const asked = { case: view?.id ?? "" };
  const decided = useOffice("advisor.for_case", asked, { enabled: view !== undefined }).data;
  if (decided?.asks !== true) return false;
  return view?.closedOn === null && CASEWORK.some((role) => roles.includes(role));
}

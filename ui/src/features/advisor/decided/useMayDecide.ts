import { useOffice } from "../../../ipc/cache";
import type { CaseView, Role } from "../../../ipc/contract";

const CASEWORK: readonly Role[] = ["advocate", "supervisor"];

/** Whether the person who is here may decide what this case is: it is open, and casework is theirs. */
export function useMayDecide(view: CaseView | undefined): boolean {
  const roles = useOffice("security.status", null).data?.person?.roles ?? [];
  return view?.closedOn === null && CASEWORK.some((role) => roles.includes(role));
}

import { useOffice } from "../../../ipc/answers";
import type { Id } from "../../../ipc/contract";
import { useMayDecide } from "../decided/useMayDecide";
import { AdvisorDialog } from "./AdvisorDialog";

type AdvisorAtProps = {
  caseId: Id;
  /** What stands after "#" in the address. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The advisor over a case's page, when the address says so and the person may decide. */
export function AdvisorAt({ caseId, section, go, tellDone }: AdvisorAtProps) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const mayDecide = useMayDecide(view);
  if (section !== "what-is-this" || view === undefined || !mayDecide) return null;
  return (
    <AdvisorDialog
      caseId={caseId}
      number={view.number}
      onClose={() => go(`/cases/${caseId}`)}
      tellDone={tellDone}
    />
  );
}

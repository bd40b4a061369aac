import { useOffice } from "../../../ipc/answers";
import type { Id } from "../../../ipc/contract";
import { ContactBox } from "./ContactBox";

export type AddContactBoxProps = {
  caseId: Id;
  /** What stands after "#" in the address; "contact" puts the cursor here. */
  section: string | null;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The box at the top of a case's log, always at hand. */
export function AddContactBox({ caseId, section, tellDone }: AddContactBoxProps) {
  const view = useOffice("cases.view", { id: caseId });
  if (view.data === undefined) return null;
  return (
    <ContactBox
      key={caseId}
      view={view.data}
      isWanted={section === "contact"}
      tellDone={tellDone}
    />
  );
}

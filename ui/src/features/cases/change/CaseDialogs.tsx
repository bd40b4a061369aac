import type { ReactNode } from "react";
import type { CaseView, Id, PreviewCase } from "../../../ipc/contract";
import { CloseDialog } from "./CloseDialog";
import { EditDialog } from "./EditDialog";
import { AddIssueDialog, ChangeIssueDialog } from "./IssueDialog";
import { AddPartyDialog, RemovePartyDialog } from "./PartyDialogs";
import { ReopenDialog } from "./ReopenDialog";

export type CaseDialogProps = {
  view: CaseView;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

type CaseDialogsProps = CaseDialogProps & {
  section: string | null;
  /** What other facts of the case would do to its clocks. */
  clockChanges: (facts: PreviewCase) => ReactNode;
};

/** The dialog the address names after "#", if it is one of the case's own. */
export function CaseDialogs({ section, clockChanges, ...props }: CaseDialogsProps) {
  const { view } = props;
  const issue = view.issues.find(({ id }) => section === `issue-${id}`);
  if (issue) return <ChangeIssueDialog key={issue.id} issue={issue} {...props} />;
  const party = view.parties.find(({ id }) => section === `remove-${id}`);
  if (party) return <RemovePartyDialog key={party.id} party={party} {...props} />;
  switch (section) {
    case "close":
      return view.closedOn === null ? <CloseDialog {...props} /> : null;
    case "reopen":
      return view.closedOn === null ? null : <ReopenDialog {...props} />;
    case "edit":
      return <EditDialog clockChanges={clockChanges} {...props} />;
    case "issue":
      return <AddIssueDialog {...props} />;
    case "person":
      return <AddPartyDialog {...props} />;
    default:
      return null;
  }
}

import { useOffice } from "../../../ipc/cache";
import type { Id, Moment } from "../../../ipc/contract";
import { ChangesPreview } from "./ChangesPreview";

type EventChangesProps = {
  caseId: Id;
  event: string;
  /** The record, when one is corrected. */
  record: Id | null;
  at: Moment;
};

/** What recording or correcting a date would do. */
export function EventChanges({ caseId, event, record, at }: EventChangesProps) {
  const input = { case: caseId, event, id: record, at };
  const changes = useOffice("clocks.preview_event", input, { keepPrevious: true });
  return <ChangesPreview changes={changes.data} problem={changes.error} />;
}

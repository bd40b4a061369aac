import { useOfficeKeeping } from "../../../ipc/cache";
import type { PreviewCase } from "../../../ipc/contract";
import { ChangesPreview } from "./ChangesPreview";

/** What other facts of a case would do to its clocks: its kind, when it was said, when it came. */
export function CaseChanges({ facts }: { facts: PreviewCase }) {
  const changes = useOfficeKeeping("clocks.preview_case", facts);
  return <ChangesPreview changes={changes.data} problem={changes.error} />;
}

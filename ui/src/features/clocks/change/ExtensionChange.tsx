import { useOfficeKeeping } from "../../../ipc/cache";
import type { ClockView, Day, ExtensionRule } from "../../../ipc/contract";
import { ChangesPreview } from "../dates/ChangesPreview";
import { isCounted } from "./extending";

type ExtensionChangeProps = { clock: ClockView; extension: ExtensionRule; to: Day | null };

/** What making a clock longer would do, once there is enough to count it. */
export function ExtensionChange({ clock, extension, to }: ExtensionChangeProps) {
  return isCounted(extension, to) ? <Counted id={clock.id} to={to} /> : null;
}

function Counted({ id, to }: { id: ClockView["id"]; to: Day | null }) {
  const changes = useOfficeKeeping("clocks.preview_extension", { id, to });
  return <ChangesPreview changes={changes.data} problem={changes.error} />;
}

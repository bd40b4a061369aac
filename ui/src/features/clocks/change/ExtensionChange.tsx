import { useOffice } from "../../../ipc/cache";
import type { ClockView, Day, ExtensionRule } from "../../../ipc/contract";
import { ChangesPreview } from "../dates/ChangesPreview";
import { isCounted } from "./extending";

type ExtensionChangeProps = { clock: ClockView; extension: ExtensionRule; to: Day | null };

/** What making a clock longer would do, once there is enough to count it. */
export function ExtensionChange({ clock, extension, to }: ExtensionChangeProps) {
  return isCounted(extension, to) ? <Counted id={clock.id} to={to} /> : null;
}

function Counted({ id, to }: { id: ClockView["id"]; to: Day | null }) {
  const changes = useOffice("clocks.preview_extension", { id, to }, { keepPrevious: true });
  return <ChangesPreview changes={changes.data} problem={changes.error} />;
}

import { dropTopics } from "../../ipc/cache";
import { dayInZone } from "../../words/shown/format";

const LOOK_EVERY_MS = 30_000;

/** What the office answered about "today" is asked again when the office's day turns. */
export function watchDay(zone: string): () => void {
  let day = dayInZone(new Date().toISOString(), zone);
  const timer = setInterval(() => {
    const now = dayInZone(new Date().toISOString(), zone);
    if (now === day) return;
    day = now;
    dropTopics(["security", "clocks", "cases"]);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

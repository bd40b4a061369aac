import type { ContactView, Id } from "../../ipc/contract";
import { clocksWords } from "../../words/clocks";
import { labels } from "../../words/labels";
import type { Format } from "../../words/shown/format";

const words = clocksWords.evidence;
const SHOWN_CHARACTERS = 120;

/** A contact as a choice: when, how and with whom, and the beginning of what was said. */
export function contactOption(
  { id, current }: ContactView,
  format: Pick<Format, "moment">,
): { id: Id; label: string; hint: string } {
  const { at, channel, withName, summary, reached } = current;
  const missed = reached === "reached" ? null : labels.reached[reached];
  const isLong = summary.length > SHOWN_CHARACTERS;
  return {
    id,
    label: words.line(format.moment(at), words.contact(labels.channel[channel], withName)),
    hint: [missed, isLong ? `${summary.slice(0, SHOWN_CHARACTERS).trimEnd()}…` : summary]
      .filter(Boolean)
      .join(". "),
  };
}

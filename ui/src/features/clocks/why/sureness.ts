import type { Explanation } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { labels } from "../../../words/labels";
import type { Format } from "../../../words/shown/format";

type Told = Pick<Explanation, "confidence"> & { clock: Pick<Explanation["clock"], "checked"> };

/** How sure a rule is: who in this office checked it goes before how it came. */
export function sureness({ clock, confidence }: Told, format: Pick<Format, "date">): string {
  const { checked } = clock;
  return checked === null
    ? labels.confidence[confidence].toLowerCase()
    : clocksWords.why.checked(checked.by, format.date(checked.on));
}

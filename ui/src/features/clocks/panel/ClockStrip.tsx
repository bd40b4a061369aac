import { DueChip } from "../../../design/marks/DueChip";
import { useOffice } from "../../../ipc/answers";
import type { Id } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Clocks.module.css";
import { stripChips } from "./chips";

const words = clocksWords.strip;

type ClockStripProps = { caseId: Id; go: (href: string) => void };

/** Every clock and promise of a case in one line; a clock leads to why it is due then. */
export function ClockStrip({ caseId, go }: ClockStripProps) {
  const format = useFormat();
  const open = useOffice("clocks.for_case", { case: caseId });
  if (open.data === undefined) return null;
  const chips = stripChips(open.data.clocks, open.data.promises, format);
  if (chips.length === 0) return null;
  return (
    <ul className={styles.strip} aria-label={words.name}>
      {chips.map(({ id, shape, text, clock }) => (
        <li key={id} className={styles.stripChip}>
          <DueChip
            shape={shape}
            {...(clock === null
              ? {}
              : {
                  label: words.why(text),
                  onPress: () => go(`/cases/${caseId}#why-${clock}`),
                })}
          >
            <bdi>{text}</bdi>
          </DueChip>
        </li>
      ))}
    </ul>
  );
}

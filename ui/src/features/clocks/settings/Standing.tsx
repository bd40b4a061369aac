import { Badge } from "../../../design/marks/Badge";
import { DueChip } from "../../../design/marks/DueChip";
import type { ConfirmedView } from "../../../ipc/contract";
import { rulesWords } from "../../../words/rules/rules";
import { useFormat } from "../../../words/shown/useFormat";

type StandingProps = { confirmed: ConfirmedView | null; unverified: boolean };

/** Who confirmed something and when, or that nobody has. */
export function Standing({ confirmed, unverified }: StandingProps) {
  const format = useFormat();
  if (confirmed) {
    return (
      <DueChip shape="met">
        {rulesWords.confirmedBy(confirmed.by, format.date(confirmed.on))}
      </DueChip>
    );
  }
  return unverified ? <Badge tone="soon">{rulesWords.unverified}</Badge> : null;
}

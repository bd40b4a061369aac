import { Badge } from "../../../design/marks/Badge";
import { DueChip } from "../../../design/marks/DueChip";
import type { ConfirmedView } from "../../../ipc/contract";
import { rulesWords } from "../../../words/rules/rules";
import { useFormat } from "../../../words/shown/useFormat";

type StandingProps = {
  confirmed: ConfirmedView | null;
  unverified: boolean;
  /** How that is said; as confirmed, without. */
  by?: ((name: string, day: string) => string) | undefined;
};

/** Who confirmed something and when, or that nobody has. */
export function Standing(props: StandingProps) {
  const { confirmed, unverified, by = rulesWords.confirmedBy } = props;
  const format = useFormat();
  if (confirmed) {
    return <DueChip shape="met">{by(confirmed.by, format.date(confirmed.on))}</DueChip>;
  }
  return unverified ? <Badge tone="soon">{rulesWords.unverified}</Badge> : null;
}

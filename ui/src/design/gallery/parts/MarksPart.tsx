import { FileText } from "lucide-react";
import { Row, Stack } from "../../layout/Stack";
import { Badge } from "../../marks/Badge";
import { Chip } from "../../marks/Chip";
import { DueChip } from "../../marks/DueChip";
import { Kbd } from "../../marks/Kbd";
import { Logo } from "../../marks/Logo";
import styles from "../Gallery.module.css";

export function MarksPart() {
  return (
    <Stack>
      <Row gap={2}>
        <DueChip shape="late">Interim notice · overdue 2 days</DueChip>
        <DueChip shape="soon">Written decision · April 2</DueChip>
        <DueChip shape="promise">Call Joan · Friday</DueChip>
        <DueChip shape="met">Acknowledged Mar 4</DueChip>
        <DueChip shape="plain">Mon, Apr 13</DueChip>
        <DueChip shape="soon" onPress={() => undefined} label="Fri, Mar 20: why this date">
          Fri, Mar 20
        </DueChip>
      </Row>
      <div className={styles.narrow}>
        <Stack gap={2}>
          <DueChip shape="late" size="wide">
            Overdue 2 days
          </DueChip>
          <DueChip shape="soon" size="wide">
            Due today, 5:00 PM
          </DueChip>
          <DueChip shape="promise" size="wide">
            Promised today
          </DueChip>
          <DueChip shape="met" size="wide">
            Met Mon, Mar 9
          </DueChip>
          <DueChip shape="plain" size="wide">
            Mon, Mar 16
          </DueChip>
        </Stack>
      </div>
      <Row gap={2}>
        <Chip>Referral 1 of 2</Chip>
        <Chip icon={FileText}>Letter</Chip>
        <Chip tone="accent">Draft kept</Chip>
        <Chip tone="late">Not encrypted</Chip>
        <Chip tone="soon">Reopened</Chip>
        <Chip tone="met">Understood</Chip>
        <Chip tone="promise">Promise</Chip>
        <Badge>unverified default</Badge>
        <Badge tone="soon">sample office</Badge>
      </Row>
      <Row gap={3}>
        <Kbd keys="Mod+K" />
        <Kbd keys="G C" />
        <Kbd keys="Enter" />
        <Kbd keys="?" />
        <Logo size={1} />
        <Logo />
        <Logo size={3} />
      </Row>
    </Stack>
  );
}

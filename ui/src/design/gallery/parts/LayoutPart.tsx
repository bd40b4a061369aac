import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "../../buttons/Button";
import { IconButton } from "../../buttons/IconButton";
import { Segmented } from "../../choices/Segmented";
import { TextArea } from "../../fields/TextArea";
import { Card } from "../../layout/Card";
import { Facts } from "../../layout/Facts";
import { Section } from "../../layout/Section";
import { Stack } from "../../layout/Stack";
import { Tabs } from "../../layout/Tabs";
import { Timeline, TimelineDay, TimelineRow } from "../../layout/Timeline";
import { Chip } from "../../marks/Chip";
import { DueChip } from "../../marks/DueChip";
import styles from "../Gallery.module.css";

export function LayoutPart() {
  return (
    <div className={styles.columns}>
      <Stack>
        <ContactBox />
        <Log />
        <Tabs
          label="The case"
          tabs={[
            { id: "log", label: "Contact log", count: "14", content: <p>Newest first.</p> },
            { id: "history", label: "History", content: <p>Who did what, and when.</p> },
          ]}
        />
      </Stack>
      <Side />
    </div>
  );
}

function ContactBox() {
  const [channel, setChannel] = useState<"call" | "visit" | "letter">("call");
  const [text, setText] = useState("");
  return (
    <div className={styles.box}>
      <Segmented
        label="How"
        options={[
          { id: "call", label: "Call" },
          { id: "visit", label: "Visit" },
          { id: "letter", label: "Letter" },
        ]}
        value={channel}
        onChange={setChannel}
      />
      <TextArea
        label="What was said"
        hideLabel
        plain
        rows={2}
        value={text}
        onChange={setText}
        placeholder="What was said, in their words"
      />
      <div className={styles.foot}>
        <span>
          With <strong>Joan Abara (daughter)</strong> · today 10:40 AM · 12 minutes
        </span>
        <DueChip shape="promise" onPress={() => undefined}>
          Promise a date
        </DueChip>
        <span className={styles.end}>
          <Button variant="primary" size="small">
            Add contact
          </Button>
        </span>
      </div>
    </div>
  );
}

function Log() {
  return (
    <Timeline label="Contact log">
      <TimelineDay heading="Tuesday, March 10">
        <TimelineRow
          time="4:10 PM"
          title="Call with Joan Abara"
          marks={<DueChip shape="promise">Call back Friday</DueChip>}
          aside={<IconButton label="More about this contact" icon={Ellipsis} />}
          footer="Written by Dana Whitcomb. Amended once."
        >
          Mother is home and sleeping. Still upset that nobody has explained. Wants to hear from the
          nurse manager herself, not only a letter.
        </TimelineRow>
        <TimelineRow
          time="11:20 AM"
          title="Answer from 4 West"
          marks={<Chip>Referral 1 of 2</Chip>}
        >
          Two call-outs that night; float nurse covered twelve beds. Call-light log attached.
        </TimelineRow>
      </TimelineDay>
      <TimelineDay heading="Wednesday, March 4">
        <TimelineRow time="2:05 PM" title="Acknowledgment letter sent by post">
          To Ruth Abara, large print. Filed as sent.
        </TimelineRow>
      </TimelineDay>
    </Timeline>
  );
}

function Side() {
  return (
    <div>
      <Section title="Issues" count="2" action={<Button variant="link">Add</Button>}>
        <Facts
          layout="split"
          rows={[
            { term: "Call light unanswered", value: "Investigating" },
            { term: "Spoken to sharply", value: "Open" },
          ]}
        />
      </Section>
      <Section title="Facts">
        <Facts
          rows={[
            { term: "Rule", value: "Acknowledge a grievance · office policy 4.2" },
            { term: "Calendar", value: "US federal holidays" },
          ]}
        />
      </Section>
      <Section title="Stacked">
        <Facts
          layout="stacked"
          rows={[{ term: "Speaks", value: "Mandarin, with an interpreter" }]}
        />
      </Section>
      <Section title="Cards" level={2}>
        <Stack gap={3}>
          <Card>A card on the desk.</Card>
          <Card tone="sunken">A sunken card.</Card>
        </Stack>
      </Section>
    </div>
  );
}

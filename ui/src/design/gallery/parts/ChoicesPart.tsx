import { Mail, Phone, StickyNote, UserRound } from "lucide-react";
import { useState } from "react";
import { CheckBox } from "../../choices/CheckBox";
import { ComboBox, type ComboChoice } from "../../choices/ComboBox";
import { RadioGroup } from "../../choices/RadioGroup";
import { Segmented } from "../../choices/Segmented";
import { Select } from "../../choices/Select";
import { Switch } from "../../choices/Switch";
import { Stack } from "../../layout/Stack";
import styles from "../Gallery.module.css";

const KINDS = [
  { id: "grievance", label: "Grievance", hint: "Starts the grievance clocks." },
  { id: "concern", label: "Concern" },
  { id: "question", label: "Question" },
] as const;

const PEOPLE: ComboChoice[] = [
  { id: "1", label: "Ruth Abara", detail: "born May 1, 1944 · 4 West" },
  { id: "2", label: "Joan Abara", detail: "daughter of Ruth Abara" },
];

const CHANNELS = [
  { id: "call", label: "Call", icon: Phone },
  { id: "visit", label: "Visit", icon: UserRound },
  { id: "letter", label: "Letter", icon: Mail },
  { id: "note", label: "Note", icon: StickyNote },
] as const;

export function ChoicesPart() {
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]["id"]>("call");
  const [kind, setKind] = useState<(typeof KINDS)[number]["id"] | null>("grievance");
  const [isTold, setTold] = useState(true);
  const [isOn, setOn] = useState(true);
  return (
    <div className={styles.grid}>
      <Segmented label="How" options={CHANNELS} value={channel} onChange={setChannel} />
      <Select label="Kind" options={KINDS} value={kind} onChange={setKind} placeholder="Pick one" />
      <Select
        label="Unit"
        hint="Where it happened."
        error="Pick the unit it happened on."
        options={KINDS}
        value={null}
        onChange={() => undefined}
        placeholder="Pick one"
      />
      <Person />
      <RadioGroup label="Kind of matter" options={KINDS} value={kind} onChange={setKind} />
      <RadioGroup
        label="Kind of matter, by what it asks for"
        options={KINDS}
        groups={[
          { title: "Something went wrong", ids: ["grievance", "concern"] },
          { title: "Something is not clear", ids: ["question"] },
        ]}
        value={kind}
        onChange={setKind}
      />
      <RadioGroup
        label="Urgency"
        layout="row"
        error="Pick how urgent it is."
        options={[
          { id: "routine", label: "Routine" },
          { id: "soon", label: "Soon" },
          { id: "urgent", label: "Urgent" },
        ]}
        value={null}
        onChange={() => undefined}
      />
      <Stack gap={2}>
        <CheckBox
          label="May be told about this case"
          hint="Ruth Abara agreed to it."
          isSelected={isTold}
          onChange={setTold}
        />
        <CheckBox
          label="Some of these"
          isSelected={false}
          isIndeterminate
          onChange={() => undefined}
        />
        <CheckBox label="Not yet" isSelected={false} onChange={() => undefined} />
        <CheckBox label="Cannot be changed" isSelected isDisabled onChange={() => undefined} />
        <CheckBox
          label="I have read this"
          error="Tick this to go on."
          isSelected={false}
          onChange={() => undefined}
        />
      </Stack>
      <Stack gap={2}>
        <Switch
          label="Open with this laptop’s key store"
          hint="Your passphrase still works."
          isSelected={isOn}
          onChange={setOn}
        />
        <Switch label="24-hour clock" isSelected={false} onChange={() => undefined} />
        <Switch
          label="Not on this laptop"
          isSelected={false}
          isDisabled
          onChange={() => undefined}
        />
      </Stack>
    </div>
  );
}

function Person() {
  const [value, setValue] = useState<ComboChoice | null>(null);
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  return (
    <ComboBox
      label="With"
      hint={said || "Start typing a name."}
      value={value}
      onChange={setValue}
      text={text}
      onTextChange={setText}
      options={PEOPLE.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))}
      loadingText="Searching"
      emptyText="Nobody by that name."
      addLabel={(typed) => `Add “${typed}”`}
      onAdd={(typed) => setSaid(`Added ${typed}.`)}
    />
  );
}

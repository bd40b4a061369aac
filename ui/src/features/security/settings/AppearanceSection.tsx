import { Minus, Plus } from "lucide-react";
import { IconButton } from "../../../design/buttons/IconButton";
import { RadioGroup } from "../../../design/choices/RadioGroup";
import { Row, Stack } from "../../../design/layout/Stack";
import type { Moment, Preferences } from "../../../ipc/contract";
import { choices, labels } from "../../../words/labels";
import { securityWords } from "../../../words/security";
import { dayOf } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Settings.module.css";

type AppearanceSectionProps = {
  preferences: Preferences;
  onChange: (next: Preferences) => void;
  onTextSize: (way: "bigger" | "smaller") => void;
  /** The office's present moment, shown the way the choices make it read. */
  now: Moment | null;
};

const { appearance: words } = securityWords;
const CLOCKS = [
  { id: "12", label: words.clock12 },
  { id: "24", label: words.clock24 },
] as const;

/** How Bedside looks to this person, on this laptop; each choice applies at once. */
export function AppearanceSection(props: AppearanceSectionProps) {
  const { preferences, onChange, onTextSize, now } = props;
  const change = (part: Partial<Preferences>) => onChange({ ...preferences, ...part });
  return (
    <Stack gap={6}>
      <p className={styles.lead}>{words.lead}</p>
      <RadioGroup
        label={words.theme}
        options={choices(labels.theme)}
        value={preferences.theme}
        onChange={(theme) => change({ theme })}
        layout="row"
      />
      <RadioGroup
        label={words.contrast}
        options={choices(labels.contrast)}
        value={preferences.contrast}
        onChange={(contrast) => change({ contrast })}
        layout="row"
      />
      <TextSize scale={preferences.textScale} onTextSize={onTextSize} />
      <RadioGroup
        label={words.dates}
        options={choices(labels.dates)}
        value={preferences.dates}
        onChange={(dates) => change({ dates })}
        layout="row"
      />
      <RadioGroup
        label={words.clock}
        options={CLOCKS}
        value={preferences.clock24 ? "24" : "12"}
        onChange={(clock) => change({ clock24: clock === "24" })}
        layout="row"
      />
      {now ? <Example now={now} /> : null}
    </Stack>
  );
}

type TextSizeProps = { scale: number; onTextSize: (way: "bigger" | "smaller") => void };

function TextSize({ scale, onTextSize }: TextSizeProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.textSize}</legend>
      <p className={styles.hint}>{words.textSizeHint}</p>
      <Row gap={2} align="center">
        <IconButton
          label={words.smaller}
          icon={Minus}
          keys="Mod+-"
          isDisabled={scale <= 100}
          onPress={() => onTextSize("smaller")}
        />
        <output className={styles.scale}>{words.percent(scale)}</output>
        <IconButton
          label={words.bigger}
          icon={Plus}
          keys="Mod+="
          isDisabled={scale >= 200}
          onPress={() => onTextSize("bigger")}
        />
      </Row>
    </fieldset>
  );
}

function Example({ now }: { now: Moment }) {
  const format = useFormat();
  return (
    <p className={styles.hint}>
      {words.example}: {format.date(dayOf(now))}, {format.time(now)}
    </p>
  );
}

import { Segmented } from "../../../design/choices/Segmented";
import type { Paper, TextSize } from "../../../ipc/contract";
import { paperWords as words } from "../../../words/education/paper";
import { choices, labels } from "../../../words/labels";
import styles from "./Paper.module.css";

const { sizes } = words;
const SIZES: readonly TextSize[] = ["12", "18"];

type PaperChoicesProps = {
  paper: Paper;
  size: TextSize;
  onChange: (next: { paper?: Paper; size?: TextSize }) => void;
};

export function PaperChoices({ paper, size, onChange }: PaperChoicesProps) {
  const offered = SIZES.includes(size) ? SIZES : [...SIZES, size];
  return (
    <div className={styles.choices}>
      <Segmented
        label={words.size}
        options={offered.map((id) => ({ id, label: sizes[id] }))}
        value={size}
        onChange={(next) => onChange({ size: next })}
      />
      <Segmented
        label={words.paper}
        options={choices(labels.paper)}
        value={paper}
        onChange={(next) => onChange({ paper: next })}
      />
    </div>
  );
}

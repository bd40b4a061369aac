import { Check } from "lucide-react";
import styles from "./Tick.module.css";

export type TickProps = {
  /** Read aloud: "Choose “Visitors”". */
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
};

/** A check box without words, light enough for a list of hundreds: the browser's own. */
export function Tick({ label, isSelected, onChange }: TickProps) {
  return (
    <span className={styles.tick}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
      />
      {isSelected ? <Check className={styles.mark} strokeWidth={3} aria-hidden /> : null}
    </span>
  );
}

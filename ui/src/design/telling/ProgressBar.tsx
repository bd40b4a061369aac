import { ProgressBar as AriaProgressBar, Label } from "react-aria-components";
import { Button } from "../buttons/Button";
import { classes } from "../given";
import styles from "./ProgressBar.module.css";

export type ProgressBarProps = {
  /** What is being done: "Checking the office file". */
  label: string;
  /** Null while nobody knows how far it is. */
  done: number | null;
  total: number;
  /** How far, with its unit: "120 of 400 pages". */
  valueText: string;
  onStop?: (() => void) | undefined;
  stopLabel?: string | undefined;
};

export function ProgressBar(props: ProgressBarProps) {
  const { label, done, total, valueText, onStop, stopLabel } = props;
  return (
    <div className={styles.work}>
      <AriaProgressBar
        className={classes(styles.progress)}
        isIndeterminate={done === null}
        value={done ?? 0}
        maxValue={Math.max(total, 1)}
        valueLabel={valueText}
      >
        {({ percentage }) => (
          <>
            <div className={styles.words}>
              <Label className={classes(styles.label)}>{label}</Label>
              <span className={styles.value}>{valueText}</span>
            </div>
            <div className={styles.track}>
              <div
                className={classes(styles.fill, done === null && styles.unknown)}
                style={{ inlineSize: `${percentage ?? 100}%` }}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {onStop && stopLabel ? <Button onPress={onStop}>{stopLabel}</Button> : null}
    </div>
  );
}

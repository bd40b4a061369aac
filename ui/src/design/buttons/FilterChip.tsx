import { ChevronDown, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { classes } from "../given";
import { Menu, type MenuEntry } from "../overlays/Menu";
import styles from "./FilterChip.module.css";

type Clearing = {
  /** What the chip filters by: "Unit". */
  label: string;
  /** The value it filters to: "4 West". Null when it does not filter; "" when the label says it all. */
  value?: string | null | undefined;
  onClear?: (() => void) | undefined;
  /** "Stop filtering by unit". */
  clearLabel?: string | undefined;
};

export type FilterChipProps = Clearing & { onPress: () => void };

export type FilterChipMenuProps = Clearing & {
  entries: readonly MenuEntry[];
  onChoose: (id: string) => void;
  selected?: string | null | undefined;
};

export function FilterChip({ onPress, ...chip }: FilterChipProps) {
  return (
    <Shell {...chip}>
      <AriaButton
        className={classes(styles.press)}
        onPress={onPress}
        aria-pressed={isOn(chip.value)}
      >
        {wordsOf(chip)}
      </AriaButton>
    </Shell>
  );
}

/** A chip that opens the list of values to filter by. */
export function FilterChipMenu({ entries, onChoose, selected, ...chip }: FilterChipMenuProps) {
  const trigger = (
    <AriaButton className={classes(styles.press)}>
      {wordsOf(chip)}
      {isOn(chip.value) ? null : (
        <ChevronDown className={styles.icon} strokeWidth={1.75} aria-hidden />
      )}
    </AriaButton>
  );
  return (
    <Shell {...chip}>
      <Menu
        trigger={trigger}
        label={chip.label}
        entries={entries}
        onChoose={onChoose}
        selected={selected}
      />
    </Shell>
  );
}

function Shell({ value, onClear, clearLabel, children }: Clearing & { children: React.ReactNode }) {
  const canClear = isOn(value) && onClear !== undefined && clearLabel !== undefined;
  return (
    <span className={classes(styles.chip, isOn(value) && styles.on, canClear && styles.clearable)}>
      {children}
      {canClear ? (
        <AriaButton className={classes(styles.clear)} aria-label={clearLabel} onPress={onClear}>
          <X className={styles.icon} strokeWidth={2} aria-hidden />
        </AriaButton>
      ) : null}
    </span>
  );
}

function isOn(value: string | null | undefined): boolean {
  return value !== null && value !== undefined;
}

function wordsOf({ label, value }: Pick<Clearing, "label" | "value">): string {
  return value ? `${label}: ${value}` : label;
}

import { ChevronDown, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { classes } from "../given";
import { isPlain } from "../keys";
import { type MenuEntry, MenuList } from "../overlays/Menu";
import { OnceOpen } from "../overlays/OnceOpen";
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

/** The keys that open a menu, and the end of it they lead to. */
const OPENED_AT: Record<string, "first" | "last"> = {
  Enter: "first",
  " ": "first",
  ArrowDown: "first",
  ArrowUp: "last",
};

/**
 * A chip that opens the list of values to filter by. Its button is the browser's own: half a dozen
 * stand over every list and must be there with it, and the list of values comes when it is opened.
 */
export function FilterChipMenu({ entries, onChoose, selected, ...chip }: FilterChipMenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState<"first" | "last">("first");
  const open = (end: "first" | "last") => {
    // A press of the mouse gives a button no focus on a Mac, and a menu closed goes back to it.
    trigger.current?.focus({ preventScroll: true });
    setAt(end);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const end = OPENED_AT[event.key];
    if (end === undefined || !isPlain(event)) return;
    // As a click, Enter would be taken for one of assistive technology, which leads to no entry.
    event.preventDefault();
    open(end);
  };
  return (
    <Shell {...chip}>
      <button
        ref={trigger}
        type="button"
        className={styles.press}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => open("first")}
        onKeyDown={onKeyDown}
      >
        {wordsOf(chip)}
        {isOn(chip.value) ? null : (
          <ChevronDown className={styles.icon} strokeWidth={1.75} aria-hidden />
        )}
      </button>
      <OnceOpen isOpen={isOpen}>
        <MenuList
          label={chip.label}
          entries={entries}
          onChoose={onChoose}
          selected={selected}
          beside={{ trigger, isOpen, at, onClose: () => setOpen(false) }}
        />
      </OnceOpen>
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

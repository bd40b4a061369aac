import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement, RefObject } from "react";
import {
  Menu as AriaMenu,
  Popover as AriaPopover,
  MenuItem,
  MenuTrigger,
  OverlayTriggerStateContext,
  Separator,
} from "react-aria-components";
import { classes } from "../given";
import { Kbd } from "../marks/Kbd";
import styles from "./Menu.module.css";
import { OnceTriggered } from "./OnceOpen";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
  hint?: string | undefined;
  isDanger?: boolean | undefined;
  isDisabled?: boolean | undefined;
};

export type MenuProps = {
  /** A Button or IconButton. */
  trigger: ReactElement;
  label: string;
  entries: readonly (MenuEntry | "line")[];
  onChoose: (id: string) => void;
  /** For a menu that picks one value: the one picked now. */
  selected?: string | null | undefined;
  placement?: "bottom start" | "bottom end" | undefined;
};

export function Menu({ trigger, ...list }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <OnceTriggered by={OverlayTriggerStateContext}>
        <MenuList {...list} />
      </OnceTriggered>
    </MenuTrigger>
  );
}

export type MenuListProps = Omit<MenuProps, "trigger"> & {
  /** Beside a trigger of one's own: where it stands, whether the list is open, and at which end. */
  beside?: {
    trigger: RefObject<HTMLElement | null>;
    isOpen: boolean;
    at: "first" | "last";
    onClose: () => void;
  };
};

/** The list of a menu that opens. */
export function MenuList(props: MenuListProps) {
  const { label, entries, onChoose, selected, placement = "bottom start", beside } = props;
  const picks =
    selected === undefined
      ? {}
      : { selectionMode: "single" as const, selectedKeys: selected === null ? [] : [selected] };
  const popover = beside && {
    // A trigger of the library's own lends it its name.
    "aria-label": label,
    triggerRef: beside.trigger,
    isOpen: beside.isOpen,
    onOpenChange: (isOpen: boolean) => isOpen || beside.onClose(),
  };
  return (
    <AriaPopover className={classes(styles.popover)} placement={placement} offset={4} {...popover}>
      <AriaMenu
        className={classes(styles.menu)}
        aria-label={label}
        onAction={(key) => onChoose(String(key))}
        {...picks}
        {...(beside && { autoFocus: beside.at, onClose: beside.onClose })}
      >
        {entries.map((entry, place) =>
          entry === "line" ? (
            <Separator key={lineKey(entries[place + 1])} className={styles.line ?? ""} />
          ) : (
            <Entry key={entry.id} entry={entry} isPicking={selected !== undefined} />
          ),
        )}
      </AriaMenu>
    </AriaPopover>
  );
}

/** A line stands before an entry, which names it. */
function lineKey(next: MenuEntry | "line" | undefined): string {
  return typeof next === "object" ? `line before ${next.id}` : "line";
}

function Entry({ entry, isPicking }: { entry: MenuEntry; isPicking: boolean }) {
  const { id, label, icon: Icon, keys, hint } = entry;
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={entry.isDisabled ?? false}
      className={classes(styles.entry, entry.isDanger && styles.danger)}
    >
      {({ isSelected }) => (
        <>
          {isPicking ? (
            <span className={styles.icon}>
              {isSelected ? <Check className={styles.icon} strokeWidth={2} aria-hidden /> : null}
            </span>
          ) : null}
          {Icon ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
          <span className={styles.words}>
            <span>{label}</span>
            {hint ? <span className={styles.hint}>{hint}</span> : null}
          </span>
          {keys ? (
            <span className={styles.keys}>
              <Kbd keys={keys} />
            </span>
          ) : null}
        </>
      )}
    </MenuItem>
  );
}

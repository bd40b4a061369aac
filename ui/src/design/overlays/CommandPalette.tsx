import type { LucideIcon } from "lucide-react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  Autocomplete,
  Dialog,
  Header,
  Input,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { classes } from "../given";
import { Kbd } from "../marks/Kbd";
import styles from "./CommandPalette.module.css";
import menu from "./Menu.module.css";

export type PaletteEntry = {
  id: string;
  label: string;
  detail?: string | undefined;
  keys?: string | undefined;
  icon?: LucideIcon | undefined;
};

export type PaletteGroup = { id: string; title: string; entries: readonly PaletteEntry[] };

export type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  placeholder: string;
  text: string;
  onTextChange: (text: string) => void;
  /** Already found and ordered; the palette does not filter. */
  groups: readonly PaletteGroup[];
  onChoose: (id: string) => void;
  emptyText: string;
  /** Shown instead of `emptyText` while the office is searching. */
  busyText?: string | undefined;
  foot?: ReactNode;
};

export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, onOpenChange, label, text, onTextChange, groups, onChoose, foot } = props;
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <ModalOverlay
      className={classes(styles.scrim)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
    >
      <Modal className={classes(styles.modal)}>
        <Dialog aria-label={label} className={classes(styles.dialog)}>
          <Autocomplete inputValue={text} onInputChange={onTextChange}>
            <SearchField aria-label={label} className={classes(styles.search)} autoFocus>
              <Search className={styles.glass} strokeWidth={1.75} aria-hidden />
              <Input className={classes(styles.input)} placeholder={props.placeholder} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its box is scrolled by keyboard too. */}
            <section className={styles.results} tabIndex={0} aria-label={label}>
              <AriaMenu
                className={styles.menu ?? ""}
                aria-label={label}
                onAction={(key) => {
                  onOpenChange(false);
                  onChoose(String(key));
                }}
                renderEmptyState={() => (
                  <p className={styles.empty}>{props.busyText ?? props.emptyText}</p>
                )}
              >
                {shown.map((group) => (
                  <Group key={group.id} group={group} />
                ))}
              </AriaMenu>
            </section>
          </Autocomplete>
          {foot ? <div className={styles.foot}>{foot}</div> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Group({ group }: { group: PaletteGroup }) {
  return (
    <MenuSection id={group.id} className={styles.group ?? ""}>
      <Header className={styles.title ?? ""}>{group.title}</Header>
      {group.entries.map(({ id, label, detail, keys, icon: Icon }) => (
        <MenuItem key={id} id={id} textValue={label} className={classes(menu.entry)}>
          {Icon ? <Icon className={menu.icon} strokeWidth={1.75} aria-hidden /> : null}
          <span className={styles.words}>
            <span>{label}</span>
            {detail ? <span className={classes(menu.hint, styles.detail)}>{detail}</span> : null}
          </span>
          {keys ? (
            <span className={menu.keys}>
              <Kbd keys={keys} />
            </span>
          ) : null}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

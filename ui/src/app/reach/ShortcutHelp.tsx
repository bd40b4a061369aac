import { type Shortcut, useAllShortcuts } from "../../design/keys";
import { Kbd } from "../../design/marks/Kbd";
import { Dialog } from "../../design/overlays/Dialog";
import { frameWords } from "../../words/frame";
import { generalWords } from "../../words/messages";
import styles from "./ShortcutHelp.module.css";

type ShortcutHelpProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Every key that does something on this page, grouped. */
export function ShortcutHelp({ isOpen, onOpenChange }: ShortcutHelpProps) {
  const groups = grouped(useAllShortcuts());
  const { shortcuts: words } = frameWords;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={words.title}
      closeLabel={generalWords.close}
      size="wide"
    >
      <div className={styles.groups}>
        {groups.map(([title, shortcuts]) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.list}>
              {shortcuts.map(({ id, label, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{words.everywhere}</p>
    </Dialog>
  );
}

/** By group, each shortcut once; those without a group belong to the page and stand with what is done. */
export function grouped(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const title of Object.values(frameWords.shortcuts.groups)) groups.set(title, new Map());
  for (const shortcut of shortcuts) {
    const title = shortcut.group ?? frameWords.shortcuts.groups.doing;
    const group = groups.get(title) ?? new Map<string, Shortcut>();
    group.set(shortcut.id, shortcut);
    groups.set(title, group);
  }
  return [...groups]
    .map(([title, group]): [string, Shortcut[]] => [title, [...group.values()]])
    .filter(([, group]) => group.length > 0);
}

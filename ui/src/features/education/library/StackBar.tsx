import { Handshake, Printer } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import type { LeafletName, LeafletRow } from "../../../ipc/contract";
import { libraryWords } from "../../../words/education/library";
import { isSameLeaflet, writeStack } from "../stack";
import styles from "./StackBar.module.css";

const words = libraryWords.stack;

type StackBarProps = {
  stack: readonly LeafletName[];
  rows: readonly LeafletRow[];
  onGive: () => void;
  onClear: () => void;
  go: (href: string) => void;
};

/** What was ticked, at the foot of the window, and what can be done with all of it. */
export function StackBar({ stack, rows, onGive, onClear, go }: StackBarProps) {
  const titles = stack.map((name) => rows.find((row) => isSameLeaflet(row, name))?.title ?? "");
  return (
    <section className={styles.bar} aria-label={words.label}>
      <p className={styles.count} role="status">
        <strong>{libraryWords.found(stack.length)}</strong>
        <span className={styles.titles}>{words.titles(titles.filter(Boolean))}</span>
      </p>
      <div className={styles.actions}>
        <Button variant="link" onPress={onClear}>
          {words.clear}
        </Button>
        <Button
          icon={Printer}
          onPress={() => go(`/education/paper?stack=${encodeURIComponent(writeStack(stack))}`)}
        >
          {words.paper}
        </Button>
        <Button variant="primary" icon={Handshake} onPress={onGive}>
          {words.give}
        </Button>
      </div>
    </section>
  );
}

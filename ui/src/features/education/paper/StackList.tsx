import { Section } from "../../../design/layout/Section";
import type { LeafletName, LeafletRow } from "../../../ipc/contract";
import { paperWords as words } from "../../../words/education/paper";
import { languageName } from "../../../words/languages";
import { MoveButtons } from "../MoveButtons";
import { moved } from "../moved";
import { isSameLeaflet } from "../stack";
import styles from "./Paper.module.css";

type StackListProps = {
  stack: readonly LeafletName[];
  rows: readonly LeafletRow[];
  onStack: (next: LeafletName[]) => void;
};

/** The leaflets in the order they are printed. */
export function StackList({ stack, rows, onStack }: StackListProps) {
  return (
    <Section title={words.contents} count={String(stack.length)}>
      <ol className={styles.stack}>
        {stack.map((name, place) => {
          const title = rows.find((row) => isSameLeaflet(row, name))?.title ?? name.key;
          return (
            <li key={`${name.key}:${name.language}`} className={styles.entry}>
              <p className={styles.title}>
                <bdi lang={name.language}>{title}</bdi>
                <span className={styles.quiet}>{languageName(name.language)}</span>
              </p>
              <span className={styles.moves}>
                <MoveButtons
                  words={{ up: words.up(title), down: words.down(title), out: words.out(title) }}
                  isFirst={place === 0}
                  isLast={place === stack.length - 1}
                  onMove={(by) => onStack(moved(stack, place, by))}
                  onOut={() => onStack(stack.filter((_, at) => at !== place))}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

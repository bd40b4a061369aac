import { Plus, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "../../../../design/buttons/Button";
import { IconButton } from "../../../../design/buttons/IconButton";
import { Each } from "../../../../design/Each";
import { educationWriteWords } from "../../../../words/education/write";
import styles from "../Write.module.css";

const words = educationWriteWords.fields;

type RowListProps<R> = {
  /** The path of the list in the form. */
  name: string;
  rows: readonly R[];
  blank: R;
  addLabel: string;
  /** What a row is called when it is taken out. */
  nameOf: (row: R) => string;
  onChange: (rows: R[]) => void;
  children: (row: R, change: (part: Partial<R>) => void, place: number) => ReactNode;
};

/** Rows of fields: as many as there are, each can be taken out. */
export function RowList<R extends object>(props: RowListProps<R>) {
  const { name, rows, blank, addLabel, nameOf, onChange, children } = props;
  const change = (place: number, part: Partial<R>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const add = useRef<HTMLDivElement>(null);
  const remove = (place: number) => {
    onChange(rows.filter((_, at) => at !== place));
    // The button that was pressed goes with its row; focus stays in the list.
    add.current?.querySelector("button")?.focus();
  };
  return (
    <div className={styles.rows} data-field={name}>
      <Each of={rows}>
        {(row, place) => (
          <div className={styles.row}>
            <div className={styles.rowFields}>
              {children(row, (part) => change(place, part), place)}
            </div>
            <IconButton label={words.remove(nameOf(row))} icon={X} onPress={() => remove(place)} />
          </div>
        )}
      </Each>
      <div ref={add}>
        <Button size="small" icon={Plus} onPress={() => onChange([...rows, blank])}>
          {addLabel}
        </Button>
      </div>
    </div>
  );
}

import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, useId } from "react";
import { classes, given } from "../given";
import { isPlainPress } from "./CellButton";
import { cellAt, ROW_GROUP, rowAt } from "./roles";
import type { Column, TableSort } from "./Table";
import styles from "./Table.module.css";

type HeadProps<R> = {
  columns: readonly Column<R>[];
  sort: TableSort | null;
  onSort: ((sort: TableSort) => void) | undefined;
};

export function Head<R>({ columns, sort, onSort }: HeadProps<R>) {
  return (
    <div {...ROW_GROUP} className={styles.head}>
      <div {...rowAt(-1)} className={styles.line}>
        {columns.map((column, place) => (
          <ColumnHead
            key={column.id}
            column={column}
            place={place}
            direction={sort?.column === column.id ? sort.direction : "none"}
            onSort={onSort}
          />
        ))}
      </div>
    </div>
  );
}

type ColumnHeadProps<R> = {
  column: Column<R>;
  place: number;
  direction: TableSort["direction"] | "none";
  onSort: HeadProps<R>["onSort"];
};

function ColumnHead<R>({ column, place, direction, onSort }: ColumnHeadProps<R>) {
  const sort = () =>
    onSort?.({
      column: column.id,
      direction: direction === "ascending" ? "descending" : "ascending",
    });
  const sorts = column.isSortable
    ? {
        "aria-sort": direction,
        "data-sorts": true,
        onClick: sort,
        onKeyDown: (event: React.KeyboardEvent) => {
          if (!isPlainPress(event)) return;
          event.preventDefault();
          sort();
        },
      }
    : {};
  return (
    <div
      {...cellAt(place, "columnheader")}
      {...sorts}
      className={classes(styles.column, column.align === "end" && styles.end)}
    >
      <span className={styles.label}>{column.label}</span>
      {direction === "ascending" ? <ArrowUp className={styles.arrow} aria-hidden /> : null}
      {direction === "descending" ? <ArrowDown className={styles.arrow} aria-hidden /> : null}
    </div>
  );
}

type LineProps<R> = {
  id: string;
  row: R;
  at: number;
  top: number;
  columns: readonly Column<R>[];
  isStop: boolean;
  isSelected: boolean;
};

/** One row. Drawn again only when something of its own changed. */
export const Line = memo(function Line<R>(props: LineProps<R>) {
  const { id, row, at, top, columns, isStop, isSelected } = props;
  const named = useId();
  return (
    <div
      {...rowAt(at, named)}
      data-key={id}
      tabIndex={isStop ? 0 : -1}
      className={classes(styles.line, styles.row, isSelected && styles.selected)}
      style={{ insetBlockStart: top }}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          {...cellAt(place, column.isRowHeader ? "rowheader" : "gridcell")}
          {...(column.isRowHeader ? { id: named } : {})}
          className={classes(styles.cell, column.align === "end" && styles.end)}
        >
          <span className={styles.words} {...given({ title: wordsOf(column, row) })}>
            {column.render(row)}
          </span>
        </div>
      ))}
    </div>
  );
}) as <R>(props: LineProps<R>) => React.ReactNode;

type LoaderProps = { at: number; columns: number; words: string | undefined };

/** The row that says that more rows are on their way. */
export function Loader({ at, columns, words }: LoaderProps) {
  return (
    <div {...ROW_GROUP}>
      <div {...rowAt(at)} className={styles.loader}>
        <div {...{ ...cellAt(0, "gridcell"), "aria-colspan": columns }}>{words}</div>
      </div>
    </div>
  );
}

/** What a cell that is cut off shows when the pointer rests on it; numbers are never cut. */
function wordsOf<R>({ align, text }: Column<R>, row: R): string | undefined {
  return align === "end" ? undefined : text?.(row) || undefined;
}

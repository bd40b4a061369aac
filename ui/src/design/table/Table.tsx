import {
  type CSSProperties,
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { classes } from "../given";
import { isOfItsOwn } from "./CellButton";
import { gridOf, ROW_GROUP } from "./roles";
import { useCoarsePointer, useRootPixels } from "./rootPixels";
import styles from "./Table.module.css";
import { Head, Line, Loader } from "./TableParts";
import { useInSight } from "./useInSight";
import { useTableKeys } from "./useTableKeys";

export type Column<R> = {
  id: string;
  label: string;
  render: (row: R) => ReactNode;
  /** The cell that names its row. At least one column must. */
  isRowHeader?: boolean | undefined;
  /** In rem, or a share of what is left: "2fr". */
  width?: number | `${number}fr` | undefined;
  /** In rem. */
  minWidth?: number | undefined;
  align?: "start" | "end" | undefined;
  isSortable?: boolean | undefined;
  /** The words of the cell, where `render` gives more than words. */
  text?: ((row: R) => string) | undefined;
};

export type TableSort = { column: string; direction: "ascending" | "descending" };

export type TableProps<R> = {
  label: string;
  rows: readonly R[];
  rowId: (row: R) => string;
  /** Kept the same while they are: each row is drawn anew when they change. */
  columns: readonly Column<R>[];
  onOpen?: ((row: R) => void) | undefined;
  sort?: TableSort | null | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  /** Given while there is more to ask for. */
  loadMore?: (() => void) | undefined;
  isLoadingMore?: boolean | undefined;
  loadingMoreText?: string | undefined;
  empty: ReactNode;
  /** `fit` is as tall as its rows, up to the window; `fill` takes the height it is given. */
  height?: "fit" | "fill" | undefined;
  /** The row that is open beside the table. */
  selected?: string | null | undefined;
};

const ROW_REM = 2.3125;
const COARSE_ROW_REM = 2.75;
/** Narrower than this, in rem, a column that shares the room is not. */
const LEAST_SHARE = 6;

/**
 * A grid of rows of which only those in sight are in the page. Its rows are plain elements: a turn
 * of the page makes twenty of them, with a hundred and fifty cells, and must be painted by the
 * next frame.
 */
export function Table<R extends object>(props: TableProps<R>) {
  if (props.rows.length === 0) return <div className={styles.empty}>{props.empty}</div>;
  return <Filled {...props} />;
}

function Filled<R extends object>(props: TableProps<R>) {
  const { label, rows, rowId, columns, onOpen, height = "fit", selected = null } = props;
  const { loadMore, isLoadingMore = false, loadingMoreText } = props;
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const sight = useInSight(box, rowHeight, rows.length);
  const stop = useTabStop(rows, rowId, selected);
  const keys = useTableKeys({ box, rows, columns, rowHeight, bring: sight.bring, onOpen });
  useMore(sight.end + sight.end - sight.start >= rows.length, rows.length, loadMore);
  // On the whole table, so that a row needs to hear nothing itself.
  const hears = {
    onKeyDown: keys,
    onFocus: ({ target }: FocusEvent) => stop.set(target),
    onClick: ({ target }: MouseEvent) => {
      const row = rows.find((one) => rowId(one) === keyOfRow(target));
      if (row !== undefined && !isOfItsOwn(target)) onOpen?.(row);
    },
  };
  const whole = rows.length + 1 + (loadMore ? 1 : 0);
  const vars = {
    "--table-height": `calc(${whole * rowHeight}px + 2 * var(--edge-width))`,
    "--row-height": `${rowHeight}px`,
    "--columns": columns.map(widthOf).join(" "),
    "--least-width": `${columns.reduce((sum, one) => sum + leastOf(one), 0)}rem`,
  };
  return (
    <div className={classes(styles.frame, styles[height])} style={vars as CSSProperties}>
      <div
        ref={box}
        {...gridOf(label, rows.length, columns.length)}
        className={classes(styles.table, onOpen && styles.opens)}
        {...hears}
        onScroll={sight.onScroll}
      >
        <Head columns={columns} sort={props.sort ?? null} onSort={props.onSort} />
        <div {...ROW_GROUP} className={styles.body} style={{ blockSize: rows.length * rowHeight }}>
          {sight.rowsWith(stop.row).map((at) => {
            const row = rows[at];
            if (row === undefined) return null;
            const id = rowId(row);
            return (
              <Line
                key={id}
                id={id}
                row={row}
                at={at}
                top={at * rowHeight}
                columns={columns}
                isStop={at === stop.row}
                isSelected={id === selected}
              />
            );
          })}
        </div>
        {isLoadingMore && loadMore ? (
          <Loader at={rows.length} columns={columns.length} words={loadingMoreText} />
        ) : null}
      </div>
    </div>
  );
}

/** The one row that Tab comes to: where focus was last, else the row that is open, else the first. */
function useTabStop<R>(rows: readonly R[], rowId: (row: R) => string, selected: string | null) {
  const [last, setLast] = useState<string | null>(null);
  const find = (id: string | null) =>
    id === null ? -1 : rows.findIndex((row) => rowId(row) === id);
  const kept = find(last);
  return {
    row: kept >= 0 ? kept : Math.max(find(selected), 0),
    set: (target: EventTarget) => setLast((was) => keyOfRow(target) ?? was),
  };
}

function keyOfRow(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>("[role=row]")?.dataset.key
    : undefined;
}

/** Asks for more rows when fewer are left than are in sight. */
function useMore(isNear: boolean, count: number, loadMore: (() => void) | undefined): void {
  const more = useEffectEvent(() => loadMore?.());
  useEffect(() => {
    if (isNear && count > 0) more();
  }, [isNear, count]);
}

function useRowHeight(): number {
  const pixels = useRootPixels();
  const rem = useCoarsePointer() ? COARSE_ROW_REM : ROW_REM;
  return useMemo(() => Math.round(pixels * rem), [pixels, rem]);
}

function widthOf<R>({ width = "1fr", minWidth }: Column<R>): string {
  if (typeof width === "number") return `${Math.max(width, minWidth ?? 0)}rem`;
  return `minmax(${minWidth ?? LEAST_SHARE}rem, ${width})`;
}

function leastOf<R>({ width, minWidth }: Column<R>): number {
  return typeof width === "number" ? Math.max(width, minWidth ?? 0) : (minWidth ?? LEAST_SHARE);
}

import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useMemo,
} from "react";
import { Table as AriaTable, TableLayout, Virtualizer } from "react-aria-components";
import { classes, given } from "../given";
import { useCoarsePointer, useRootPixels } from "./rootPixels";
import styles from "./Table.module.css";
import { Body, Head } from "./TableParts";

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

export function Table<R extends object>(props: TableProps<R>) {
  const { label, rows, rowId, columns, onOpen, sort, onSort, empty, height = "fit" } = props;
  const pixels = useRootPixels();
  const rowHeight = Math.round(pixels * (useCoarsePointer() ? COARSE_ROW_REM : ROW_REM));
  const layoutOptions = useMemo(
    () => ({ rowHeight, headingHeight: rowHeight, loaderHeight: rowHeight }),
    [rowHeight],
  );
  if (rows.length === 0) return <div className={styles.empty}>{empty}</div>;

  const lines = rows.length + 1 + (props.loadMore ? 1 : 0);
  const open = (key: string | number): void => {
    const row = rows.find((one) => rowId(one) === key);
    if (row) onOpen?.(row);
  };
  // The table itself would wait until the key is let go, which a hand takes a tenth of a second for.
  const openAtOnce = (event: KeyboardEvent): void => {
    const key = onOpen && opensRow(event) ? event.target.dataset.key : undefined;
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    open(key);
  };
  const whole = `calc(${lines * rowHeight}px + 2 * var(--edge-width))`;
  return (
    <div
      className={classes(styles.frame, styles[height])}
      style={{ "--table-height": whole } as CSSProperties}
      onKeyDownCapture={openAtOnce}
    >
      <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
        <AriaTable
          aria-label={label}
          className={classes(styles.table, onOpen && styles.opens)}
          {...given({ sortDescriptor: sort ?? undefined })}
          onSortChange={({ column, direction }) => onSort?.({ column: String(column), direction })}
          {...(onOpen ? { onRowAction: open } : {})}
        >
          <Head columns={columns} pixels={pixels} />
          <Body {...props} />
        </AriaTable>
      </Virtualizer>
    </div>
  );
}

type OnRow = KeyboardEvent & { target: HTMLElement };

/** A plain Enter on a row, not on a button inside it, and not one that is held down. */
function opensRow(event: KeyboardEvent): event is OnRow {
  const { target, key, repeat, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isPlain = key === "Enter" && !repeat && !(ctrlKey || metaKey || altKey || shiftKey);
  return isPlain && target instanceof HTMLElement && target.role === "row";
}

export type CellButtonProps = {
  /** What pressing does: "Show only cases of 4 West". */
  label: string;
  onPress: () => void;
  children: ReactNode;
};

/**
 * A value in a table that filters by itself. The browser's own button: a page of the list has a
 * hundred of them, and each must be there by the next frame. The row behind it hears nothing of
 * a press.
 */
export function CellButton({ label, onPress, children }: CellButtonProps) {
  return (
    <button
      type="button"
      className={styles.value}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      onPointerDown={keepFromRow}
      onMouseDown={keepFromRow}
      onTouchStart={keepFromRow}
      onKeyDown={keepPressFromRow}
      onKeyUp={keepPressFromRow}
    >
      {children}
    </button>
  );
}

function keepFromRow(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** Arrow keys go on to the table, which moves by them. */
function keepPressFromRow(event: KeyboardEvent): void {
  if (event.key === "Enter" || event.key === " ") event.stopPropagation();
}

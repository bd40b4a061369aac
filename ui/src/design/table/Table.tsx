import { type CSSProperties, type ReactNode, useMemo } from "react";
import { Table as AriaTable, Button, TableLayout, Virtualizer } from "react-aria-components";
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
  const whole = `calc(${lines * rowHeight}px + 2 * var(--edge-width))`;
  return (
    <div
      className={classes(styles.frame, styles[height])}
      style={{ "--table-height": whole } as CSSProperties}
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

export type CellButtonProps = {
  /** What pressing does: "Show only cases of 4 West". */
  label: string;
  onPress: () => void;
  children: ReactNode;
};

/** A value in a table that filters by itself. */
export function CellButton({ label, onPress, children }: CellButtonProps) {
  return (
    <Button className={classes(styles.value)} aria-label={label} onPress={onPress}>
      {children}
    </Button>
  );
}

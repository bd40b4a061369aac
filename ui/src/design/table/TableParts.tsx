import { ArrowDown, ArrowUp } from "lucide-react";
import {
  Column as AriaColumn,
  Cell,
  Collection,
  Row,
  TableBody,
  TableHeader,
  TableLoadMoreItem,
} from "react-aria-components";
import { classes, given } from "../given";
import type { Column, TableProps } from "./Table";
import styles from "./Table.module.css";

export function Head<R>({ columns, pixels }: { columns: readonly Column<R>[]; pixels: number }) {
  return (
    <TableHeader columns={columns} dependencies={[pixels]} className={classes(styles.head)}>
      {(column) => (
        <AriaColumn
          id={column.id}
          textValue={column.label}
          isRowHeader={column.isRowHeader ?? false}
          allowsSorting={column.isSortable ?? false}
          {...given(widthsOf(column, pixels))}
          className={classes(styles.column, column.align === "end" && styles.end)}
        >
          {({ sortDirection }) => (
            <>
              <span className={styles.label}>{column.label}</span>
              {sortDirection === "ascending" ? (
                <ArrowUp className={styles.arrow} aria-hidden />
              ) : null}
              {sortDirection === "descending" ? (
                <ArrowDown className={styles.arrow} aria-hidden />
              ) : null}
            </>
          )}
        </AriaColumn>
      )}
    </TableHeader>
  );
}

export function Body<R extends object>(props: TableProps<R>) {
  const {
    rows,
    rowId,
    columns,
    loadMore,
    isLoadingMore = false,
    loadingMoreText,
    selected,
  } = props;
  return (
    <TableBody className={classes(styles.body)}>
      <Collection items={rows} dependencies={[columns, selected]}>
        {(row) => (
          <Row
            id={rowId(row)}
            columns={columns}
            dependencies={[columns, row, selected]}
            className={classes(styles.row, selected === rowId(row) && styles.selected)}
          >
            {(column) => (
              <Cell
                {...given({ textValue: column.text?.(row) })}
                className={classes(styles.cell, column.align === "end" && styles.end)}
              >
                <span className={styles.words} title={wordsOf(column, row)}>
                  {column.render(row)}
                </span>
              </Cell>
            )}
          </Row>
        )}
      </Collection>
      {loadMore ? (
        <TableLoadMoreItem
          onLoadMore={loadMore}
          isLoading={isLoadingMore}
          className={styles.loader ?? ""}
        >
          {loadingMoreText}
        </TableLoadMoreItem>
      ) : null}
    </TableBody>
  );
}

/** What a cell that is cut off shows when the pointer rests on it; numbers are never cut. */
function wordsOf<R>({ align, text }: Column<R>, row: R): string | undefined {
  return align === "end" ? undefined : text?.(row) || undefined;
}

function widthsOf<R>({ width, minWidth }: Column<R>, pixels: number) {
  return {
    width: typeof width === "number" ? Math.round(width * pixels) : width,
    minWidth: Math.round((minWidth ?? (typeof width === "number" ? width : 6)) * pixels),
  };
}

// What the parts of a grid are, for those who listen. The browser's own table cannot be drawn in
// part: the rows that are not in the page would count as not there.

export const ROW_GROUP = { role: "rowgroup" } as const;

/** The whole of it, with its head. */
export function gridOf(label: string, rows: number, columns: number) {
  return {
    role: "grid",
    "aria-label": label,
    "aria-rowcount": rows + 1,
    "aria-colcount": columns,
  } as const;
}

/** A row by its place among the rows, from 0; the head is -1. */
export function rowAt(place: number, named?: string) {
  return { role: "row", "aria-rowindex": place + 2, "aria-labelledby": named } as const;
}

/** A cell by its place in the row, from 0. */
export function cellAt(place: number, role: "gridcell" | "rowheader" | "columnheader") {
  return { role, "aria-colindex": place + 1, tabIndex: -1 } as const;
}

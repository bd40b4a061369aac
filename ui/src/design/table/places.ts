/** Where focus is in a table: a row, or one cell of it. The row -1 is the head. */
export type Place = { row: number; column: number | null };

export type Extent = {
  rows: number;
  columns: number;
  /** The rows that are in sight together. */
  page: number;
};

/** Where a key leads from here; null where it means nothing or there is nowhere to go. */
export function placeAfter(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  from: Place,
  extent: Extent,
): Place | null {
  const to = along(key, from, extent.columns) ?? across(key, ctrlKey, from, extent);
  if (to === null || to.row >= extent.rows) return null;
  return to.row === from.row && to.column === from.column ? null : to;
}

/** Along a row: past its last cell stands the row itself. The head has cells only. */
function along(key: string, { row, column }: Place, columns: number): Place | null {
  const last = columns - 1;
  const around = row < 0 ? { before: last, after: 0 } : { before: null, after: null };
  if (key === "ArrowRight") {
    if (column === null) return { row, column: 0 };
    return { row, column: column === last ? around.after : column + 1 };
  }
  if (key === "ArrowLeft") {
    if (column === null) return { row, column: last };
    return { row, column: column === 0 ? around.before : column - 1 };
  }
  return null;
}

function across(
  key: string,
  isFar: boolean,
  { row, column }: Place,
  { rows, columns, page }: Extent,
): Place | null {
  const last = rows - 1;
  const isInRow = column !== null && !isFar;
  switch (key) {
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return row < 0 ? null : { row: row - 1, column: row === 0 ? (column ?? 0) : column };
    case "PageDown":
      return { row: Math.min(last, row + page), column };
    case "PageUp":
      return { row: Math.max(0, row - page), column };
    case "Home":
      return isInRow ? { row, column: 0 } : { row: 0, column };
    case "End":
      return isInRow ? { row, column: columns - 1 } : { row: last, column };
    default:
      return null;
  }
}

/** How far a table is scrolled once a row is wholly in sight; as little as that takes. */
export function scrollFor(row: number, rowHeight: number, scrolled: number, room: number): number {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return Math.max(scrolled, top + rowHeight - room);
}

/** The row, from this one on and around, that begins with what was typed. */
export function rowLike(
  texts: readonly string[],
  typed: string,
  from: number,
  isSame: (one: string, other: string) => boolean,
): number | null {
  for (let step = 0; step < texts.length; step += 1) {
    const at = (Math.max(from, 0) + step) % texts.length;
    if (isSame((texts[at] ?? "").slice(0, typed.length), typed)) return at;
  }
  return null;
}

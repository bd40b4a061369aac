import { type KeyboardEvent, type RefObject, useRef } from "react";
import { isPlain } from "../keys";
import { isOfItsOwn, isPlainPress } from "./CellButton";
import { type Place, placeAfter, rowLike } from "./places";
import type { Column, TableProps } from "./Table";

type KeysOf<R> = Pick<TableProps<R>, "rows" | "columns" | "onOpen"> & {
  box: RefObject<HTMLElement | null>;
  rowHeight: number;
  bring: (row: number) => void;
};

/** Letters that follow one another this fast are one word. */
const ONE_WORD_WITHIN_MS = 1000;

/** Moves focus through the rows and cells by keys, finds a row by its first letters, opens it. */
export function useTableKeys<R>(given: KeysOf<R>): (event: KeyboardEvent) => void {
  const { box, rows, columns, rowHeight, bring, onOpen } = given;
  const typed = useRef({ text: "", at: 0 });
  const goTo = ({ row, column }: Place) => {
    if (row >= 0) bring(row);
    const line = box.current?.querySelector<HTMLElement>(`[aria-rowindex="${row + 2}"]`);
    if (column === null) return line?.focus({ preventScroll: true });
    const cell = line?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`);
    (cell?.querySelector<HTMLElement>("button, a") ?? cell)?.focus();
  };
  /** The row that begins with the letters typed so far, this one among them. */
  const like = ({ key, timeStamp }: KeyboardEvent, { row }: Place): Place | null => {
    const isNew = timeStamp - typed.current.at > ONE_WORD_WITHIN_MS;
    typed.current = { text: (isNew ? "" : typed.current.text) + key, at: timeStamp };
    const found = rowLike(textsOf(rows, columns), typed.current.text, row, isSameWord);
    return found === null ? null : { row: found, column: null };
  };
  return (event) => {
    const from = placeOf(event.target);
    if (from === null) return;
    const row = rows[from.row];
    if (onOpen && row !== undefined && isPlainPress(event) && !isOfItsOwn(event.target)) {
      event.preventDefault();
      event.stopPropagation();
      return onOpen(row);
    }
    const seen = Math.floor(((box.current?.clientHeight ?? 0) - rowHeight) / rowHeight);
    const extent = { rows: rows.length, columns: columns.length, page: Math.max(seen, 1) };
    const isLetter = event.key.length === 1 && event.key !== " ";
    // A letter may be a shortcut as well; a key that moves is the table's alone, also at its end.
    if (MOVES.has(event.key) && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!isLetter || !isPlain(event)) return;
    const to = isLetter ? like(event, from) : placeAfter(inReading(event), from, extent);
    if (to !== null) goTo(to);
  };
}

const MOVES = new Set(
  ["Left", "Right", "Up", "Down"]
    .map((way) => `Arrow${way}`)
    .concat("PageUp", "PageDown", "Home", "End"),
);

/** Where in the table an element stands. */
function placeOf(target: EventTarget): Place | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest("[role=row]")?.getAttribute("aria-rowindex");
  if (row == null) return null;
  const column = target.closest("[aria-colindex]")?.getAttribute("aria-colindex");
  return { row: Number(row) - 2, column: column == null ? null : Number(column) - 1 };
}

/** The arrows as they are read: where words run from right to left, left goes on. */
function inReading({ key, ctrlKey, currentTarget }: KeyboardEvent) {
  const turned: Record<string, string> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };
  const isTurned = key in turned && getComputedStyle(currentTarget).direction === "rtl";
  return { key: isTurned ? (turned[key] ?? key) : key, ctrlKey };
}

function textsOf<R>(rows: readonly R[], columns: readonly Column<R>[]): string[] {
  const text = columns.find(({ isRowHeader }) => isRowHeader)?.text;
  return text ? rows.map(text) : [];
}

/** Made with the first letter that is typed: what WebKit knows of alphabets is large. */
let letters: Intl.Collator | undefined;

function isSameWord(one: string, other: string): boolean {
  letters ??= new Intl.Collator(undefined, { usage: "search", sensitivity: "base" });
  return letters.compare(one, other) === 0;
}

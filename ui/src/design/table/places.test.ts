import { expect, test } from "vitest";
import { placeAfter, rowLike, scrollFor } from "./places";

const extent = { rows: 100, columns: 4, page: 15 };
const press = (key: string, row: number, column: number | null = null, ctrlKey = false) =>
  placeAfter({ key, ctrlKey }, { row, column }, extent);

test("arrows_go_from_row_to_row_and_stay_in_their_column", () => {
  expect(press("ArrowDown", 3)).toEqual({ row: 4, column: null });
  expect(press("ArrowUp", 3, 2)).toEqual({ row: 2, column: 2 });
  expect(press("ArrowDown", 99)).toBeNull();
});

test("above_the_first_row_stands_the_head", () => {
  expect(press("ArrowUp", 0)).toEqual({ row: -1, column: 0 });
  expect(press("ArrowUp", 0, 2)).toEqual({ row: -1, column: 2 });
  expect(press("ArrowUp", -1, 2)).toBeNull();
  expect(press("ArrowDown", -1, 2)).toEqual({ row: 0, column: 2 });
});

test("a_row_is_walked_cell_by_cell_and_around_to_itself", () => {
  expect(press("ArrowRight", 5)).toEqual({ row: 5, column: 0 });
  expect(press("ArrowRight", 5, 3)).toEqual({ row: 5, column: null });
  expect(press("ArrowLeft", 5)).toEqual({ row: 5, column: 3 });
  expect(press("ArrowLeft", 5, 0)).toEqual({ row: 5, column: null });
  expect(press("ArrowRight", -1, 3)).toEqual({ row: -1, column: 0 });
});

test("a_page_is_what_is_in_sight_and_ends_at_the_ends", () => {
  expect(press("PageDown", 3)).toEqual({ row: 18, column: null });
  expect(press("PageDown", 95)).toEqual({ row: 99, column: null });
  expect(press("PageDown", 99)).toBeNull();
  expect(press("PageUp", 4, 1)).toEqual({ row: 0, column: 1 });
});

test("home_and_end_are_of_the_row_in_a_cell_and_of_the_table_otherwise", () => {
  expect(press("Home", 7)).toEqual({ row: 0, column: null });
  expect(press("End", 7)).toEqual({ row: 99, column: null });
  expect(press("End", 7, 1)).toEqual({ row: 7, column: 3 });
  expect(press("Home", 7, 1, true)).toEqual({ row: 0, column: 1 });
  expect(press("x", 7)).toBeNull();
});

test("a_table_scrolls_no_further_than_a_row_needs", () => {
  expect(scrollFor(3, 40, 0, 400)).toBe(0);
  expect(scrollFor(10, 40, 0, 400)).toBe(40);
  expect(scrollFor(2, 40, 200, 400)).toBe(80);
});

test("letters_find_the_next_row_that_begins_with_them", () => {
  const isSame = (one: string, other: string) => one.toLowerCase() === other;
  const names = ["Abara", "Lin", "Okafor", "Ortiz"];
  expect(rowLike(names, "o", 0, isSame)).toBe(2);
  expect(rowLike(names, "or", 2, isSame)).toBe(3);
  expect(rowLike(names, "a", 3, isSame)).toBe(0);
  expect(rowLike(names, "z", 0, isSame)).toBeNull();
});

import { expect, test } from "vitest";
import type { DayCell } from "../../../ipc/contract";
import { formatIn } from "../../../words/shown/format";
import { stripDays } from "./strip";

const format = formatIn({ dates: "us", clock24: false }, "2026-03-12");
const cell = (on: string, role: DayCell["role"], label = role as string): DayCell => ({
  on,
  role,
  label,
  note: null,
});

const drawn = (cells: DayCell[]) =>
  stripDays(cells, format).map(({ month, number, role }) => [role, number, month]);

test("a_month_is_named_where_it_begins_and_after_a_gap_into_another", () => {
  const cells = [
    cell("2026-03-03", "start"),
    cell("2026-03-04", "counted"),
    cell("2026-03-05", "gap"),
    cell("2026-04-01", "counted"),
    cell("2026-04-02", "due"),
  ];
  expect(drawn(cells)).toEqual([
    ["start", "3", "Mar"],
    ["counted", "4", null],
    ["gap", "5", null],
    ["counted", "1", "Apr"],
    ["due", "2", null],
  ]);
});

test("a_count_back_begins_with_the_day_that_is_due", () => {
  const cells = [
    cell("2026-02-28", "due"),
    cell("2026-03-01", "counted"),
    cell("2026-03-02", "start"),
  ];
  expect(drawn(cells).map(([role, , month]) => [role, month])).toEqual([
    ["due", "Feb"],
    ["counted", "Mar"],
    ["start", null],
  ]);
});

test("a_year_far_off_is_said_and_two_cells_of_one_day_are_told_apart", () => {
  const cells = [cell("2026-03-02", "start"), cell("2026-03-02", "gap"), cell("2032-03-02", "due")];
  const days = stripDays(cells, format);
  expect(days.map(({ month }) => month)).toEqual(["Mar", null, "Mar 2032"]);
  expect(new Set(days.map(({ id }) => id)).size).toBe(3);
});

import { expect, test } from "vitest";
import { monthAfter, monthName, monthOf, readRegisterSearch, spanOf } from "./months";

test("the_register_opens_with_the_month_of_today", () => {
  expect(spanOf({}, "2028-02-11")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
});

test("months_follow_one_another_over_the_end_of_a_year", () => {
  expect(monthAfter(monthOf("2026-12-31"), 1)).toEqual({ from: "2027-01-01", to: "2027-01-31" });
  expect(monthAfter(monthOf("2026-03-31"), -1)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
});

test("a_whole_month_has_a_name_and_another_span_has_none", () => {
  expect(monthName(monthOf("2026-03-12"))).toBe("March 2026");
  expect(monthName({ from: "2026-03-02", to: "2026-03-31" })).toBe(null);
});

test("an_address_names_a_whole_span_or_none", () => {
  const span = { from: "2026-01-01", to: "2026-03-31" };
  expect(readRegisterSearch(span)).toEqual(span);
  expect(readRegisterSearch({ from: "2026-04-01", to: "2026-03-31" })).toEqual({});
  expect(readRegisterSearch({ from: "2026-02-31", to: "2026-03-31" })).toEqual({});
  expect(readRegisterSearch({ from: "2026-01-01" })).toEqual({});
});

import { expect, test } from "vitest";
import type { Due } from "../../../ipc/contract";
import {
  casesHref,
  dueWindowOf,
  filterOf,
  isNarrowed,
  presetStart,
  readCasesSearch,
  withChange,
} from "./search";

const OWNER = "019a1f2e-0000-7000-8000-000000000001";
const due = (over: Partial<Due>): Due => ({
  what: "clock",
  label: "Interim notice",
  on: "2026-03-12",
  state: "soon",
  days: 3,
  ...over,
});

test("an_address_without_filters_lists_open_cases", () => {
  expect(filterOf(readCasesSearch({})).open).toBe(true);
});

test("closed_and_all_are_said_in_the_address", () => {
  expect(filterOf({ show: "closed" }).open).toBe(false);
  expect(filterOf({ show: "all" }).open).toBeNull();
});

test("filters_survive_the_way_to_an_address_and_back", () => {
  const search = readCasesSearch({
    show: "all",
    kind: "grievance",
    stage: "awaiting",
    unit: "4 West & 5 East",
    owner: OWNER,
    urgency: "urgent",
    due: "week",
    from: "2026-03-01",
    to: "2026-03-12",
    text: "call light",
    order: "due",
  });
  const query = new URLSearchParams(casesHref(search).split("?")[1]);
  expect(readCasesSearch(Object.fromEntries(query))).toEqual(search);
});

test("an_address_with_unknown_words_loses_only_those", () => {
  const raw = { kind: "quarrel", stage: "toString", due: "soon", from: "March", unit: "ICU", x: 1 };
  expect(readCasesSearch(raw)).toEqual({ unit: "ICU" });
});

test("a_unit_that_is_a_number_is_still_a_unit", () => {
  expect(readCasesSearch({ unit: 4 })).toEqual({ unit: "4" });
});

test("taking_a_filter_away_leaves_no_trace_in_the_address", () => {
  const search = withChange({ kind: "billing", unit: "ICU" }, { kind: null, text: "" });
  expect(search).toEqual({ unit: "ICU" });
  expect(casesHref(withChange(search, { unit: null }))).toBe("/cases");
});

test("order_and_closed_cases_do_not_count_as_filters", () => {
  expect(isNarrowed({ order: "due", show: "all" })).toBe(false);
  expect(isNarrowed({ unit: "ICU" })).toBe(true);
});

test("a_date_in_a_row_leads_to_the_filter_that_holds_it", () => {
  expect(dueWindowOf(due({ state: "overdue", days: -2 }))).toBe("overdue");
  expect(dueWindowOf(due({ state: "today", days: 0 }))).toBe("today");
  expect(dueWindowOf(due({ state: "soon", days: 3 }))).toBe("week");
  expect(dueWindowOf(due({ state: "later", days: 20 }))).toBeNull();
  expect(dueWindowOf(due({ state: "met", days: -3 }))).toBeNull();
  expect(dueWindowOf(null)).toBeNull();
});

test("a_week_of_received_dates_includes_today", () => {
  expect(presetStart("today", "2026-03-12")).toBe("2026-03-12");
  expect(presetStart("week", "2026-03-12")).toBe("2026-03-06");
  expect(presetStart("month", "2026-03-12")).toBe("2026-02-11");
  expect(presetStart("year", "2026-03-12")).toBe("2026-01-01");
});

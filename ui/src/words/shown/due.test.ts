import { expect, test } from "vitest";
import type { Due, DueState } from "../../ipc/contract";
import { dueShape, dueWords } from "./due";
import { formatIn } from "./format";

const format = formatIn({ dates: "us", clock24: false });
const due = (what: Due["what"], state: DueState, days = 0): Due => ({
  what,
  label: "Interim notice",
  on: "2026-03-13",
  state,
  days,
});

test("what is late or met looks so, promise or clock", () => {
  expect(dueShape(due("clock", "overdue"))).toBe("late");
  expect(dueShape(due("promise", "overdue"))).toBe("late");
  expect(dueShape(due("clock", "met"))).toBe("met");
  expect(dueShape(due("promise", "met_late"))).toBe("met");
});

test("a promise is never taken for a clock", () => {
  for (const state of ["today", "soon", "later"] as const) {
    expect(dueShape(due("promise", state))).toBe("promise");
  }
  expect(dueShape(due("clock", "today"))).toBe("soon");
  expect(dueShape(due("clock", "soon"))).toBe("soon");
  expect(dueShape(due("clock", "later"))).toBe("plain");
});

test("the words carry the state without shape or color", () => {
  expect(dueWords(due("clock", "overdue", -2), format)).toBe("Overdue 2 days");
  expect(dueWords(due("clock", "overdue", -1), format)).toBe("Overdue 1 day");
  expect(dueWords(due("clock", "today"), format)).toBe("Due today");
  expect(dueWords(due("promise", "today"), format)).toBe("Promised today");
  expect(dueWords(due("clock", "soon", 1), format)).toBe("Fri, Mar 13");
  expect(dueWords(due("clock", "met"), format, "2026-03-09")).toBe("Met Mon, Mar 9");
  expect(dueWords(due("promise", "met"), format, "2026-03-09")).toBe("Kept Mon, Mar 9");
  expect(dueWords(due("clock", "met_late"), format, "2026-03-16")).toBe("Met late, Mon, Mar 16");
  expect(dueWords(due("clock", "met"), format)).toBe("Met");
});

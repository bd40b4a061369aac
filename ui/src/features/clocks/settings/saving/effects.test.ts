import { expect, test } from "vitest";
import type { MoveLine } from "../../../../ipc/contract";
import { asksFirst, beyond, goesThroughCases } from "./effects";

const NONE = { total: 0, open: 0, lines: [] };
const STILL = { total: 0, open: 41, lines: [] };
const MOVING = { total: 3, open: 41, lines: [] };

test("nobody is asked about what moves no date", () => {
  expect(asksFirst("none", MOVING)).toBe(false);
  expect(asksFirst("moves", STILL)).toBe(false);
  expect(asksFirst("safe", NONE)).toBe(false);
});

test("somebody is asked before dates move and before rules are switched", () => {
  expect(asksFirst("moves", MOVING)).toBe(true);
  expect(asksFirst("safe", STILL)).toBe(true);
  expect(asksFirst("starts", NONE)).toBe(true);
});

test("cases are gone through where clocks start, stop, or get another safe day", () => {
  expect(goesThroughCases("moves")).toBe(false);
  expect(goesThroughCases("starts")).toBe(true);
  expect(goesThroughCases("safe")).toBe(true);
});

test("clocks that were left as they were are not blamed on the next change", () => {
  const line = (clock: string, to: string): MoveLine => ({
    clock,
    case: "c",
    number: "A-26-0001",
    patientName: "Ruth Abara",
    about: "",
    name: "Written decision",
    from: "2026-12-16",
    to,
  });
  const before = { total: 1, open: 6, lines: [line("1", "2026-12-01")] };
  const same = beyond(before, before);
  expect([same.moves.total, same.moves.lines, same.left]).toEqual([0, [], 1]);
  const after = { ...before, total: 2, lines: [...before.lines, line("2", "2026-12-03")] };
  const more = beyond(after, before);
  expect(more.moves.lines.map(({ clock }) => clock)).toEqual(["2"]);
  expect([more.moves.total, more.left]).toEqual([1, 1]);
  const further = beyond({ ...before, lines: [line("1", "2026-12-08")] }, before);
  expect([further.moves.total, further.left]).toEqual([1, 0]);
});

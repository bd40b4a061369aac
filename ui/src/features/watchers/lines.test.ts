import { expect, test } from "vitest";
import type { DueLine, MyDay, SignLine } from "../../ipc/contract";
import { addressOf, besides, keyOf, ofCase, shownOn } from "./lines";

const line = (fields: Partial<SignLine>): SignLine => ({
  kind: "interim_needed",
  case: "c1",
  number: "A-26-0001",
  patientName: "Ruth Abara",
  title: "Interim notice by Tue, Mar 10",
  why: "The time runs out on Tue, Mar 10.",
  next: "Send it.",
  rule: "42 CFR 482.13(a)(2)(ii)",
  subject: "k1",
  due: "2026-03-10",
  state: "soon",
  since: "2026-03-08",
  ...fields,
});

const day = (clock: string): MyDay => ({
  date: "2026-03-10",
  sentence: "",
  now: [{ clock, promise: null } as DueLine],
  week: [],
  nowMore: 0,
  weekMore: 0,
});

test("what My day says already is not said twice", () => {
  const silent = line({ kind: "nobody_answered", subject: null });
  const lines = [line({}), line({ subject: "k2" }), silent];
  expect(besides(lines, shownOn(day("k1")))).toEqual([line({ subject: "k2" }), silent]);
  expect(besides(lines, shownOn(undefined))).toEqual(lines);
});

test("a case leaves to its clocks and the advisor what they say themselves", () => {
  const lines = [line({ kind: "clock_due" }), line({ kind: "reads_like_grievance" }), line({})];
  expect(ofCase(lines)).toEqual([line({})]);
});

test("a line leads to its case, and what concerns the office to its rules", () => {
  expect(addressOf(line({}))).toBe("/cases/c1");
  expect(addressOf(line({ case: null }))).toBe("/settings/rules");
  expect(new Set([line({}), line({ subject: "k2" })].map(keyOf)).size).toBe(2);
});

import { expect, test } from "vitest";
import type { FieldChange } from "../../ipc/contract";
import { formatIn } from "../../words/shown/format";
import { toldChanges } from "./told";

const us = formatIn({ dates: "us", clock24: false }, "2026-03-12");
const uk = formatIn({ dates: "uk", clock24: true }, "2026-03-12");
const CASE = "019cb428-d1e0-7b46-b2d5-0a0f44e4af9c";

const change = (field: string, label: string, to: string | null, from: string | null = null) => ({
  field,
  label,
  from,
  to,
});
const told = (changes: FieldChange[], reason: string | null = null, format = us) =>
  toldChanges({ changes, reason }, format).map(({ label, from, to }) => [label, from, to]);

test("dates and times read as the person chose", () => {
  const changes = [
    change("due", "Due", "2026-03-16", "2025-12-31"),
    change("at", "When", "2026-03-10T16:10"),
  ];
  expect(told(changes)).toEqual([
    ["Due", "December 31, 2025", "March 16, 2026"],
    ["When", null, "Tue, Mar 10, 4:10\u00a0PM"],
  ]);
  expect(told(changes, null, uk)).toEqual([
    ["Due", "31 December 2025", "16 March 2026"],
    ["When", null, "Tue 10 Mar, 16:10"],
  ]);
});

test("the numbers that tie records together are left out", () => {
  const changes = [
    change("case_id", "Case", CASE),
    change("contact", "Given in", null, CASE),
    change("channel", "How", "Call"),
  ];
  expect(told(changes)).toEqual([["How", null, "Call"]]);
});

test("nothing is said twice, and nothing is said of what was never there", () => {
  const changes = [
    change("with_name", "With", "Joan Abara"),
    change("with_person", "With", "Joan Abara"),
    change("reason", "Why", "It was twelve beds."),
    change("email", "E-mail", null),
    change("reopened", "Times reopened", "0"),
  ];
  expect(told(changes, "It was twelve beds.")).toEqual([["With", null, "Joan Abara"]]);
});

test("what was emptied is still told", () => {
  expect(told([change("unit", "Unit", null, "4 West")])).toEqual([["Unit", "4 West", null]]);
});

test("the rules have their name, and words that only look like a date stay words", () => {
  const changes = [
    change("pack", "Rules", "us-hospital"),
    change("about", "About", "The form of 2026-03-01 is missing"),
  ];
  expect(told(changes)).toEqual([
    ["Rules", null, "Hospital in the United States"],
    ["About", null, "The form of 2026-03-01 is missing"],
  ]);
});

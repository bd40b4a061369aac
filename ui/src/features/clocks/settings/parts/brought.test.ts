import { expect, test } from "vitest";
import type { PackView } from "../../../../ipc/contract";
import { broughtIn, mistakesIn } from "./brought";

const PACK: PackView = {
  id: "us-hospital",
  name: "US hospital",
  jurisdiction: "United States",
  version: "2026.11",
  reviewedOn: "2026-11-22",
  changes: "First version.",
  inForce: true,
  own: true,
  rules: 40,
  brought: false,
};

test("the rules a file put in force are those with another version than before", () => {
  const next = { ...PACK, version: "2026.12", brought: true };
  const other = { ...PACK, id: "us-insurance" };
  expect(broughtIn([PACK, other], [other, next])).toBe(next);
  expect(broughtIn([next], [next])).toBeUndefined();
});

test("a mistake in a file is told once, with its place", () => {
  const line = "clocks.toml, line 12, rule US-CMS-7: write a number of days.";
  const field = { field: "text", message: line };
  expect(mistakesIn({ fields: [field, field], message: "" })).toEqual([line]);
  expect(mistakesIn({ fields: [], message: "The disk is full." })).toEqual(["The disk is full."]);
});

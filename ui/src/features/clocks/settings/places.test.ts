import { expect, test } from "vitest";
import { confirmHref, placeOfCalendar, placeOfRule, pointedAt } from "./places";

test("a badge leads to the row where it is confirmed, and to the page when there is none", () => {
  for (const at of [placeOfRule("US-VA-7"), placeOfRule("CA-ON@2026.11"), placeOfCalendar("x")]) {
    const href = confirmHref(at);
    expect(href.startsWith("/settings/rules#")).toBe(true);
    expect(pointedAt(href.slice(href.indexOf("#") + 1))).toBe(at);
  }
  expect(confirmHref(null)).toBe("/settings/rules");
});

test("an address that opens a form points at no row", () => {
  expect(pointedAt(null)).toBeNull();
  expect(pointedAt("number-US-CMS-7")).toBeNull();
  expect(pointedAt("check-rule-US-VA-7")).toBeNull();
});

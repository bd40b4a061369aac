import { expect, test } from "vitest";
import { clockOf, dateOf, dateTimeOf, dayFrom, momentFrom, timeFrom } from "./civil";

test("what the office sends comes back the same", () => {
  expect(dayFrom(dateOf("2026-03-12"))).toBe("2026-03-12");
  expect(momentFrom(dateTimeOf("2026-03-12T10:40"))).toBe("2026-03-12T10:40");
  expect(timeFrom(clockOf("16:10"))).toBe("16:10");
});

test("nothing, and text that is no date, count as absent", () => {
  expect(dateOf(null)).toBeNull();
  expect(dateOf("")).toBeNull();
  expect(dateOf("2026-02-30")).toBeNull();
  expect(dateTimeOf("yesterday")).toBeNull();
  expect(clockOf("25:00")).toBeNull();
  expect(dayFrom(null)).toBeNull();
  expect(momentFrom(null)).toBeNull();
  expect(timeFrom(null)).toBeNull();
});

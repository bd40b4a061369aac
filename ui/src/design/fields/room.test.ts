import { expect, test } from "vitest";
import { isFarTooMuch } from "./paste";
import { isNearLimit, isOverLimit, roomLeft } from "./room";

test("a character people see as one counts as one", () => {
  expect(roomLeft("é😀", 10)).toBe(8);
  expect(isOverLimit("😀😀", 2)).toBe(false);
  expect(isOverLimit("😀😀😀", 2)).toBe(true);
});

test("the room is told from four fifths of the limit on", () => {
  expect(isNearLimit("a".repeat(79), 100)).toBe(false);
  expect(isNearLimit("a".repeat(80), 100)).toBe(true);
  expect(isNearLimit("a".repeat(130), 100)).toBe(true);
});

test("nothing is over where there is no limit", () => {
  expect(isOverLimit("a".repeat(1000), undefined)).toBe(false);
});

test("a paste somewhat over the limit is kept, one far over it is refused", () => {
  expect(isFarTooMuch(20_001, 20_000)).toBe(false);
  expect(isFarTooMuch(200_000, 20_000)).toBe(false);
  expect(isFarTooMuch(10_000_000, 20_000)).toBe(true);
});

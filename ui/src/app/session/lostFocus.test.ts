import { expect, test } from "vitest";
import { nearest } from "./lostFocus";

const chips = ["unit", "owner", "kind", "stage"];
const without = (...gone: string[]) => {
  return (one: string) => !gone.includes(one);
};

test("focus goes on to what stood next", () => {
  expect(nearest(chips, "owner", without("owner"))).toBe("kind");
  expect(nearest(chips, "owner", without("owner", "kind"))).toBe("stage");
});

test("at the end it goes back by one", () => {
  expect(nearest(chips, "stage", without("stage"))).toBe("kind");
});

test("where nothing is left, or it never stood there, nothing is invented", () => {
  expect(nearest(chips, "unit", () => false)).toBeNull();
  expect(nearest([], "unit", () => true)).toBeNull();
});

test("of what it did not stand in, the first is taken", () => {
  expect(nearest(chips, "due", () => true)).toBe("unit");
});

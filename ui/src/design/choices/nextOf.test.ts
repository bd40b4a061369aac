import { describe, expect, it } from "vitest";
import { nextOf } from "./nextOf";

describe("nextOf", () => {
  it("goes on and back, round the ends", () => {
    expect(nextOf("ArrowRight", 0, 3, false)).toBe(1);
    expect(nextOf("ArrowDown", 2, 3, false)).toBe(0);
    expect(nextOf("ArrowLeft", 0, 3, false)).toBe(2);
    expect(nextOf("ArrowUp", 2, 3, false)).toBe(1);
  });

  it("turns left and right around where the row reads from the right, but not up and down", () => {
    expect(nextOf("ArrowRight", 1, 3, true)).toBe(0);
    expect(nextOf("ArrowLeft", 1, 3, true)).toBe(2);
    expect(nextOf("ArrowDown", 1, 3, true)).toBe(2);
  });

  it("goes to the first and the last", () => {
    expect(nextOf("Home", 2, 3, false)).toBe(0);
    expect(nextOf("End", 0, 3, false)).toBe(2);
  });

  it("leaves other keys alone, and any key when none has the focus", () => {
    expect(nextOf("Enter", 1, 3, false)).toBeNull();
    expect(nextOf("ArrowRight", -1, 3, false)).toBeNull();
    expect(nextOf("Home", 0, 0, false)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { stepped } from "./preferences";

describe("the text size", () => {
  it("goes up and down by the same steps", () => {
    expect(stepped(100, "bigger")).toBe(110);
    expect(stepped(110, "smaller")).toBe(100);
  });

  it("stays between 100 and 200 percent", () => {
    expect(stepped(200, "bigger")).toBe(200);
    expect(stepped(100, "smaller")).toBe(100);
  });

  it("finds the next step from a size between two", () => {
    expect(stepped(130, "bigger")).toBe(150);
    expect(stepped(130, "smaller")).toBe(125);
  });

  it("goes back to the usual size", () => {
    expect(stepped(175, "usual")).toBe(100);
  });
});

import { describe, expect, it } from "vitest";
import { isLongEnough, strengthWords } from "./passphrase";

describe("a passphrase", () => {
  it("says how many characters are still needed", () => {
    expect(strengthWords("fourteen chars")).toBe("1 more character is needed.");
    expect(strengthWords("short")).toBe("10 more characters are needed.");
  });

  it("is long enough at fifteen characters, whatever they are", () => {
    expect(isLongEnough("fifteen letters")).toBe(true);
    expect(isLongEnough("fourteen chars")).toBe(false);
  });

  it("counts characters as a person does", () => {
    expect(isLongEnough("🌊".repeat(8))).toBe(false);
    expect(isLongEnough("🌊".repeat(15))).toBe(true);
  });

  it("warns of the same sign over and over, and still allows it", () => {
    expect(strengthWords("aaaaaaaaaaaaaaaaaaaa")).toMatch(/over and over/);
    expect(isLongEnough("aaaaaaaaaaaaaaaaaaaa")).toBe(true);
  });

  it("says nothing before anything is typed", () => {
    expect(strengthWords("")).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { needsOf, yearsOld } from "./needs";

const NONE = { spokenLanguage: null, writtenLanguage: null, interpreter: false, needs: null };

describe("the needs of a person", () => {
  it("name the interpreter first, then the languages", () => {
    const form = {
      ...NONE,
      spokenLanguage: "Mandarin",
      writtenLanguage: "Chinese",
      interpreter: true,
    };
    expect(needsOf(form).sentence).toBe("Needs an interpreter. Speaks Mandarin. Reads Chinese.");
  });

  it("do not say English to an English-speaking office", () => {
    expect(needsOf({ ...NONE, spokenLanguage: "English (United States)" }).sentence).toBe("");
  });

  it("name a language once when it is spoken and read", () => {
    const form = { ...NONE, spokenLanguage: "Spanish", writtenLanguage: "Spanish" };
    expect(needsOf(form).sentence).toBe("Speaks Spanish.");
  });

  it("keep other needs as they were written", () => {
    expect(needsOf({ ...NONE, needs: "Large print" })).toEqual({
      sentence: "",
      needs: "Large print",
    });
  });
});

describe("an age", () => {
  it("turns on the birthday", () => {
    expect(yearsOld("1944-05-01", "2026-04-30")).toBe(81);
    expect(yearsOld("1944-05-01", "2026-05-01")).toBe(82);
  });
});

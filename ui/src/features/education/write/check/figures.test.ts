import { describe, expect, it } from "vitest";
import type { MeasureView } from "../../../../ipc/contract";
import { gradeInWords, placeInText, placeOf, placeOfLine, verdictOf } from "./figures";

const MEASURE: MeasureView = {
  words: 300,
  sentences: 30,
  grade: 5.2,
  smog: 7,
  ease: 80,
  reliable: true,
  longSentences: [],
  hardWords: [],
};

describe("how a text reads", () => {
  it("is judged by the grade, and not at all on too few words", () => {
    expect(verdictOf(MEASURE).shape).toBe("met");
    expect(verdictOf({ ...MEASURE, grade: 6.1 }).shape).toBe("soon");
    expect(verdictOf({ ...MEASURE, grade: 12 }).words).toContain("Hard");
    const short = verdictOf({ ...MEASURE, words: 40, reliable: false });
    expect(short.shape).toBe("plain");
    expect(short.words).toContain("40 words");
  });

  it("stands on a scale that ends", () => {
    expect(placeOf(-2)).toBe(0);
    expect(placeOf(7)).toBe(50);
    expect(placeOf(40)).toBe(100);
    expect(gradeInWords(-1.2)).toBe("0.0");
  });
});

describe("a hint", () => {
  it("finds its words in what was typed", () => {
    expect(placeInText("You may Utilize it.", "utilize")).toEqual({ start: 8, end: 15 });
  });

  it("finds its first words when marks stand between the others", () => {
    const body = "Ask the records **office** for it.";
    expect(placeInText(body, "Ask the records office for it.")).toEqual({ start: 0, end: 15 });
    expect(placeInText(body, "not there at all")).toBeNull();
    expect(placeInText(body, "")).toBeNull();
  });

  it("finds a line", () => {
    expect(placeOfLine("one\ntwo\nthree", 2)).toEqual({ start: 4, end: 7 });
    expect(placeOfLine("one", 9)).toBeNull();
  });
});

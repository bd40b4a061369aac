import { describe, expect, it } from "vitest";
import type { FollowUpView } from "../../../../ipc/contract";
import { lineOf, sentenceOf } from "./useFollowUps";

const ONE: FollowUpView = {
  handout: "h1",
  person: "p1",
  personName: "Ruth Abara",
  case: "c1",
  caseNumber: "A-26-0143",
  title: "Getting your medical record",
  open: ["Tell me how you would ask."],
  on: "2026-03-19",
  state: "later",
  days: 7,
};

describe("what is to be gone over again", () => {
  it("names the case and opens it where the leaflet was given", () => {
    const line = lineOf(ONE);
    expect(line.who).toBe("A-26-0143 · Ruth Abara");
    expect(line.href).toBe("/cases/c1?at=h1");
    expect(line.title).toContain("Getting your medical record");
    expect(line.why).toContain("Tell me how you would ask.");
  });

  it("opens the person when there is no case", () => {
    const line = lineOf({ ...ONE, case: null, caseNumber: null });
    expect([line.who, line.href]).toEqual(["Ruth Abara", "/people/p1#handout-h1"]);
  });

  it("is counted for today first, then for the week, and not beyond", () => {
    expect(sentenceOf([{ days: -1 }, { days: 0 }, { days: 5 }])).toContain("Two leaflets");
    expect(sentenceOf([{ days: 5 }])).toContain("this week");
    expect(sentenceOf([{ days: 8 }])).toBe("");
  });
});

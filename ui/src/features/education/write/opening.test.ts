import { describe, expect, it } from "vitest";
import { blankForm, isSame, readNew, tidied } from "./opening";

describe("a text that is begun", () => {
  it("is what the address says, and nothing else", () => {
    expect(readNew({ purpose: "policy" })).toEqual({ purpose: "policy" });
    expect(readNew({ purpose: "poem" })).toEqual({});
  });

  it("has the headings people know when it is a leaflet", () => {
    expect(blankForm("leaflet", "2026-03-12", "Dana").body).toContain("## Your rights");
    const policy = blankForm("policy", "2026-03-12", "");
    expect([policy.topic, policy.audiences, policy.reviewer]).toEqual(["office", ["staff"], null]);
  });

  it("is sent without the rows nobody filled in", () => {
    const form = blankForm("leaflet", "2026-03-12", "Dana");
    const untidy = {
      ...form,
      sources: [{ title: " ", citation: "", publisher: "HHS" }],
      keyPoints: [{ ask: "", listenFor: "x" }],
      who: [{ slot: "", why: "" }],
      units: ["icu ", ""],
      link: " ",
    };
    expect(tidied(untidy)).toEqual({ ...form, units: ["icu"] });
    expect(isSame(untidy, { ...form, units: ["icu"] })).toBe(true);
    expect(isSame(form, { ...form, title: "Another" })).toBe(false);
  });
});

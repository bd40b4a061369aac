import { describe, expect, it } from "vitest";
import { firstWords, formDrafts } from "./opening";

const draft = (key: string) => ({ key, title: "", body: null, savedAt: "2026-03-12T10:00:00Z" });

describe("the drafts list", () => {
  it("shows forms and not what the window keeps for itself", () => {
    const kept = [draft("/cases/new"), draft("place"), draft("recent")];
    expect(formDrafts(kept).map(({ key }) => key)).toEqual(["/cases/new"]);
  });

  it("tells two drafts of one title apart by their longest words", () => {
    const body = { about: "Call light", happened: "Nobody came for two hours.", kind: "grievance" };
    expect(firstWords(body)).toBe("Nobody came for two hours.");
  });

  it("takes neither codes, ids nor dates for words", () => {
    const body = {
      kind: "hospital_staff",
      patient: "0192f0c1-2b3c-7d4e-8f50-123456789abc",
      birthDate: "1944-05-01",
      count: 3,
    };
    expect(firstWords(body)).toBe("");
  });

  it("cuts long writing short", () => {
    expect(firstWords({ note: "Long words ".repeat(40) }).length).toBeLessThanOrEqual(121);
  });
});

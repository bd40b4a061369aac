import { describe, expect, it } from "vitest";
import type { OwnRow } from "../../../../ipc/contract";
import { linesOf } from "./useReviews";

const ROW: OwnRow = {
  id: "l1",
  key: "visiting",
  language: "en",
  purpose: "policy",
  state: "published",
  title: "Answering on time",
  version: 1,
  changed: false,
  reviewBy: "2026-03-12",
  reviewDue: true,
  adapted: false,
  behind: false,
};

describe("texts to read again", () => {
  it("come up on their day, and stay until they are read", () => {
    const line = linesOf([ROW], "2026-03-12")[0];
    expect(line?.due).toEqual({ what: "clock", state: "today", on: "2026-03-12", days: 0 });
    expect(line?.href).toBe("/education/write/l1");
    expect(line?.title).toContain("Answering on time");
    expect(linesOf([ROW], "2026-04-01")[0]?.due).toMatchObject({ state: "overdue", days: -20 });
  });

  it("are told of a month before, and no earlier", () => {
    expect(linesOf([ROW], "2026-02-20")[0]?.due.state).toBe("soon");
    expect(linesOf([ROW], "2026-02-01")).toEqual([]);
  });

  it("are left out while nobody is given them", () => {
    expect(linesOf([{ ...ROW, state: "draft" }], "2026-03-12")).toEqual([]);
    expect(linesOf([{ ...ROW, reviewBy: null }], "2026-03-12")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { HistoryLine } from "../../ipc/contract";
import { byDay } from "./days";

const at = (when: string): HistoryLine => ({
  entry: when,
  at: when,
  actor: "",
  action: "",
  words: "",
  reason: null,
  changes: [],
  undoable: false,
});

describe("the history", () => {
  it("stands under the office's days, not under UTC's", () => {
    const lines = [at("2026-03-13T02:00:00Z"), at("2026-03-12T15:00:00Z")];
    expect(byDay(lines, "America/New_York").map(({ day }) => day)).toEqual(["2026-03-12"]);
    expect(byDay(lines, "UTC").map(({ day }) => day)).toEqual(["2026-03-13", "2026-03-12"]);
  });

  it("keeps the order in which things were told", () => {
    const lines = [at("2026-03-12T15:00:00Z"), at("2026-03-12T14:00:00Z")];
    expect(byDay(lines, "UTC")[0]?.lines.map(({ entry }) => entry)).toEqual([
      "2026-03-12T15:00:00Z",
      "2026-03-12T14:00:00Z",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import type { OwnRow } from "../../../../ipc/contract";
import { groupsOf, stateOf } from "./rows";

function row(given: Partial<OwnRow>): OwnRow {
  return {
    id: "1",
    key: "1",
    language: "en",
    purpose: "leaflet",
    state: "published",
    title: "A leaflet",
    version: 1,
    changed: false,
    reviewBy: null,
    reviewDue: false,
    adapted: false,
    behind: false,
    ...given,
  };
}

describe("the office's own texts", () => {
  it("stand by what they are, and an empty group is left out", () => {
    const rows = [row({ id: "p", purpose: "procedure" }), row({ id: "l" })];
    expect(groupsOf(rows).map(({ purpose }) => purpose)).toEqual(["leaflet", "procedure"]);
  });

  it("say where they stand", () => {
    expect(stateOf(row({ version: 0, state: "draft", changed: true })).words).toBe("Draft");
    expect(stateOf(row({})).words).toBe("Version 1");
    expect(stateOf(row({ version: 2, changed: true })).words).toBe("Changed since version 2");
    expect(stateOf(row({ state: "retired" })).words).toBe("Retired");
  });
});

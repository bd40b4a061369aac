import { describe, expect, it } from "vitest";
import type { ContactView } from "../../../ipc/contract";
import { byDay, merged } from "./days";

function contact(id: string, at: string): ContactView {
  return { id, current: { at } } as ContactView;
}

function other(id: string, at: string) {
  return { id, at, node: id };
}

const CONTACTS = [contact("new", "2026-03-10T16:10"), contact("old", "2026-03-04T09:30")];

describe("the days of a case", () => {
  it("hold what other features know between the contacts, by time", () => {
    const others = [other("leaflet", "2026-03-04T14:05"), other("taught", "2026-03-12T08:00")];
    const lines = merged(CONTACTS, others, false);
    expect(lines.map(({ id }) => id)).toEqual(["taught", "new", "leaflet", "old"]);
    expect(byDay(lines).map(({ day, rows }) => [day, rows.length])).toEqual([
      ["2026-03-12", 1],
      ["2026-03-10", 1],
      ["2026-03-04", 2],
    ]);
  });

  it("keep what is older than the contacts on screen until those are loaded", () => {
    const others = [other("first", "2026-02-01T10:00")];
    expect(merged(CONTACTS, others, true).map(({ id }) => id)).toEqual(["new", "old"]);
    expect(merged(CONTACTS, others, false).map(({ id }) => id)).toEqual(["new", "old", "first"]);
  });

  it("hold the contacts of one day under it in the order they came", () => {
    const rows = [contact("c", "2026-03-10T16:10"), contact("b", "2026-03-10T11:20")];
    const days = byDay(merged([...rows, contact("a", "2026-03-04T09:30")], [], false));
    expect(days.map(({ day, rows }) => [day, rows.map(({ id }) => id)])).toEqual([
      ["2026-03-10", ["c", "b"]],
      ["2026-03-04", ["a"]],
    ]);
    expect(byDay([])).toEqual([]);
  });

  it("may hold nothing but what other features know", () => {
    expect(byDay(merged([], [other("leaflet", "2026-03-04T14:05")], false))).toHaveLength(1);
  });
});

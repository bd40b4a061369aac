import { describe, expect, it } from "vitest";
import type { ImportFate, ImportLine } from "../../../ipc/contract";
import { countsOf, groupsOf, proposedOut, tick } from "./ticks";

function line(n: number, fate: ImportFate, include = fate !== "skip"): ImportLine {
  return {
    n,
    fate,
    include,
    file: "one.json",
    resource: "Patient",
    reference: null,
    title: `line ${n}`,
    why: "",
    matched: null,
  };
}

const LINES = [line(1, "skip"), line(2, "create"), line(3, "match", false), line(4, "attach")];

describe("the preview of an import", () => {
  it("puts what is new first and what is left out last", () => {
    expect(groupsOf(LINES).map(({ fate }) => fate)).toEqual(["create", "attach", "match", "skip"]);
  });

  it("shows no empty group", () => {
    expect(groupsOf([line(1, "create")])).toHaveLength(1);
  });

  it("begins with what the office proposes", () => {
    expect([...proposedOut(LINES)]).toEqual([1, 3]);
  });

  it("counts new people apart from what goes onto a person", () => {
    expect(countsOf(LINES, proposedOut(LINES))).toEqual({ people: 1, other: 1 });
  });

  it("never counts what is left out or already here", () => {
    expect(countsOf(LINES, new Set())).toEqual({ people: 1, other: 1 });
  });

  it("ticks and unticks a whole group at once", () => {
    const none = tick(new Set(), LINES, false);
    expect(countsOf(LINES, none)).toEqual({ people: 0, other: 0 });
    expect(tick(none, LINES, true).size).toBe(0);
  });
});

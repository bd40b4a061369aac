import { describe, expect, it } from "vitest";
import { placeIn } from "./place";
import { recentIn, withRecent } from "./recent";

const named = (id: string) => ({ id, label: `case ${id}` });

describe("recently open cases", () => {
  it("put the latest first and name each once", () => {
    const known = [named("a"), named("b"), named("c")];
    expect(withRecent(known, named("b")).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });

  it("are five at most", () => {
    const known = ["a", "b", "c", "d", "e"].map(named);
    expect(withRecent(known, named("f")).map(({ id }) => id)).toEqual(["f", "a", "b", "c", "d"]);
  });

  it("leave out what is not a case", () => {
    expect(recentIn({ cases: [named("a"), 7, null, { id: 1, label: "x" }] })).toEqual([named("a")]);
    expect(recentIn(null)).toEqual([]);
    expect(recentIn({ cases: "many" })).toEqual([]);
  });
});

describe("the place gone back to", () => {
  it("is an address inside the window", () => {
    expect(placeIn({ href: "/cases?open=true" })).toBe("/cases?open=true");
  });

  it("is never another site", () => {
    expect(placeIn({ href: "//elsewhere.example/" })).toBeNull();
    expect(placeIn({ href: "https://elsewhere.example/" })).toBeNull();
    expect(placeIn({ href: 3 })).toBeNull();
    expect(placeIn(undefined)).toBeNull();
  });
});

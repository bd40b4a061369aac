import { describe, expect, it } from "vitest";
import { alsoStale } from "./stale";

describe("a change", () => {
  it("in the contact log may change a date in the case list and in My day", () => {
    const stale = alsoStale(["contacts"]);
    expect(stale.has("cases.list")).toBe(true);
    expect(stale.has("clocks.my_day")).toBe(true);
  });

  it("of any kind is in the history", () => {
    expect(alsoStale(["people"]).has("journal.history")).toBe(true);
    expect(alsoStale(["a feature to come"]).has("journal.history")).toBe(true);
  });

  it("to a person is read in the cases that name them", () => {
    expect(alsoStale(["people"]).has("cases.view")).toBe(true);
  });

  it("in the contact log does not open the case a second time", () => {
    expect(alsoStale(["contacts"]).has("cases.view")).toBe(false);
  });

  it("of nothing makes nothing stale", () => {
    expect(alsoStale([]).size).toBe(0);
  });
});

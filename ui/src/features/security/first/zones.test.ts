import { describe, expect, it } from "vitest";
import { isZone, profileIn, zonesLike } from "./zones";

describe("the time zone", () => {
  it("is found by its city", () => {
    expect(zonesLike("new york")[0]).toEqual({ id: "America/New_York", label: "America/New York" });
  });

  it("puts a city that begins so before one that only holds the letters", () => {
    const begins = zonesLike("ma").map(({ label }) => /\/ma[^/]*$/i.test(label));
    expect(begins[0]).toBe(true);
    expect(begins.at(-1)).toBe(false);
    expect(begins.indexOf(false)).toBe(begins.lastIndexOf(true) + 1);
  });

  it("must be one this machine knows", () => {
    expect(isZone("Europe/London")).toBe(true);
    expect(isZone("Europe/Bedford Falls")).toBe(false);
    expect(isZone("")).toBe(false);
  });

  it("says where the office is likely to be", () => {
    expect(profileIn("Europe/London")).toBe("uk-england");
    expect(profileIn("Europe/Dublin")).toBe("ireland");
    expect(profileIn("America/Chicago")).toBe("us-hospital");
    expect(profileIn("")).toBe("us-hospital");
  });
});

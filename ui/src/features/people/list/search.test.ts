import { describe, expect, it } from "vitest";
import { askOf, readPeopleSearch, withKind, withText } from "./search";

describe("the filters of the people list", () => {
  it("are read from the address", () => {
    expect(readPeopleSearch({ kind: "patient", text: "Abara" })).toEqual({
      kind: "patient",
      text: "Abara",
    });
  });

  it("leave out what is not known", () => {
    expect(readPeopleSearch({ kind: "robot", text: ["a"], page: 3 })).toEqual({});
    expect(readPeopleSearch({ kind: "toString" })).toEqual({});
  });

  it("take a number typed into the address as text", () => {
    expect(readPeopleSearch({ text: 12345 })).toEqual({ text: "12345" });
  });

  it("change one at a time and keep the other", () => {
    expect(withText({ kind: "patient" }, "Lin")).toEqual({ kind: "patient", text: "Lin" });
    expect(withKind({ kind: "patient", text: "Lin" }, null)).toEqual({ text: "Lin" });
    expect(withText({ kind: "patient", text: "Lin" }, "")).toEqual({ kind: "patient" });
  });

  it("are asked of the office from the first page", () => {
    expect(askOf({ kind: "payer" })).toEqual({
      kind: "payer",
      text: null,
      after: null,
      limit: null,
    });
  });
});

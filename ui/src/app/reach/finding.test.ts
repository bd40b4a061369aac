import { describe, expect, it } from "vitest";
import { addressOf, matching, matchingPages } from "./finding";

const command = (id: string, label: string) => ({ id, label, keys: "X", run: () => {} });
const COMMANDS = [
  command("palette", "Search and run commands"),
  command("new", "New case"),
  command("day", "Go to My day"),
  command("day", "Go to My day"),
];

describe("the palette", () => {
  it("finds a command by any of its words, in any order", () => {
    expect(matching(COMMANDS, "case new").map(({ id }) => id)).toEqual(["do:new"]);
  });

  it("does not mind capitals and accents", () => {
    expect(matching(COMMANDS, "MÝ DAY").map(({ id }) => id)).toEqual(["do:day"]);
  });

  it("names each command once and leaves itself out", () => {
    expect(matching(COMMANDS, "").map(({ id }) => id)).toEqual(["do:new", "do:day"]);
  });

  it("finds a page that has no key of its own", () => {
    const pages = [{ href: "/people/new", label: "Add a person" }];
    expect(matchingPages(pages, "person")).toEqual([
      { id: "go:/people/new", label: "Add a person" },
    ]);
    expect(addressOf("go:/people/new")).toBe("/people/new");
  });

  it("knows where cases, people and leaflets are", () => {
    expect(addressOf("case:1")).toBe("/cases/1");
    expect(addressOf("person:2")).toBe("/people/2");
    expect(addressOf("leaflet:visitors?lang=es")).toBe("/education/visitors?lang=es");
    expect(addressOf("do:new")).toBeNull();
  });
});

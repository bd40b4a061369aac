import { describe, expect, it } from "vitest";
import type { CaseParty, LeafletRow, SuggestionView } from "../../../../ipc/contract";
import {
  againOn,
  blankTeach,
  inLanguage,
  offered,
  paperHref,
  recipients,
  suitingWay,
  teachForm,
  titlesOf,
  unmarked,
  withSaid,
} from "./handing";

function row(key: string, language: string, title: string, retired = false): LeafletRow {
  return {
    key,
    language,
    title,
    about: `About ${title}`,
    topic: "records",
    audiences: ["patient"],
    settings: [],
    kinds: [],
    purpose: "leaflet",
    origin: "shipped",
    version: 1,
    reviewed: "2026-01-01",
    reviewDue: false,
    behind: false,
    languages: [],
    retired,
  };
}

const ROWS = [
  row("record", "es", "Cómo obtener su expediente"),
  row("record", "en", "Getting your record"),
  row("bill", "en", "Reading your bill"),
  row("old", "en", "Out of date", true),
];

function suggestion(key: string): SuggestionView {
  const leaflet = { key, language: "en" };
  return { leaflet, title: "", about: "", byKind: true, byRights: [], byUnit: false };
}

function party(person: string, role: CaseParty["role"]): CaseParty {
  return { id: person, person, name: person, role, relation: null, mayBeTold: true, detail: "" };
}

describe("what is handed out", () => {
  const titles = titlesOf(ROWS);

  it("is offered once in all its languages, and never when it was taken out", () => {
    expect(titles.map(({ key, title }) => [key, title])).toEqual([
      ["record", "Getting your record"],
      ["bill", "Reading your bill"],
    ]);
  });

  it("is offered with what the case calls for first", () => {
    expect(offered(titles, [suggestion("bill")], [], "").map(({ key }) => key)).toEqual([
      "bill",
      "record",
    ]);
  });

  it("is found by words in any of its languages, and not offered twice", () => {
    expect(offered(titles, [], [], "expediente como").map(({ key }) => key)).toEqual(["record"]);
    const chosen = [{ key: "record", language: null, teachBack: null }];
    expect(offered(titles, [], chosen, "").map(({ key }) => key)).toEqual(["bill"]);
  });

  it("follows the language the person reads until another is chosen", () => {
    expect(inLanguage(titles[0], null, "Spanish").title).toBe("Cómo obtener su expediente");
    expect(inLanguage(titles[0], "en", "Spanish").title).toBe("Getting your record");
    expect(inLanguage(titles[1], null, "Spanish").language).toBe("en");
  });

  it("goes to the patient first, and never to a department", () => {
    const parties = [party("Joan", "relative"), party("4 West", "department")];
    expect(recipients([...parties, party("Ruth", "patient"), party("Ruth", "raised_by")])).toEqual([
      { id: "Ruth", label: "Ruth" },
      { id: "Joan", label: "Joan" },
    ]);
  });

  it("is large when the person needs large print", () => {
    expect(suitingWay("Low vision: call, then send large print")).toBe("large_print");
    expect(suitingWay(null)).toBe("printed");
  });

  it("is printed as one stack, large when it was given so", () => {
    const stack = [
      { key: "record", language: "es", teachBack: null },
      { key: "bill", language: "en", teachBack: null },
    ];
    expect(paperHref(stack, "printed")).toBe("/education/paper?stack=record%3Aes%2Cbill%3Aen");
    expect(paperHref(stack, "large_print")).toContain("&size=18");
  });
});

describe("a teach-back", () => {
  const points = [{ ask: "one" }, { ask: "two" }];

  it("tells the office only of the points that were marked", () => {
    const teach = withSaid(blankTeach, 1, { outcome: "understood", words: "Mine." });
    expect(teachForm(teach, points, "2026-03-12")).toEqual({
      points: [{ ask: "two", outcome: "understood", words: "Mine." }],
      interpreter: false,
      note: "",
      againOn: null,
    });
  });

  it("is gone over again in a week, unless another day was chosen, and only while it is open", () => {
    const open = withSaid(blankTeach, 0, { outcome: "not_yet" });
    expect(againOn(open, "2026-03-12")).toBe("2026-03-19");
    expect(againOn({ ...open, againOn: "2026-03-14" }, "2026-03-12")).toBe("2026-03-14");
    const done = withSaid({ ...open, againOn: "2026-03-14" }, 0, { outcome: "retaught" });
    expect(againOn(done, "2026-03-12")).toBeNull();
  });

  it("notices words that were not marked", () => {
    expect(unmarked(withSaid(blankTeach, 1, { words: "I call." }))).toBe(1);
    expect(unmarked(withSaid(blankTeach, 1, { words: " " }))).toBeNull();
    expect(unmarked(blankTeach)).toBeNull();
  });
});

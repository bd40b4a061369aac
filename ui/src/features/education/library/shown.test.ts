import { expect, test } from "vitest";
import type { LeafletRow, LibraryView } from "../../../ipc/contract";
import { isNarrowed, readLibrarySearch, withChange } from "./search";
import { firstLines, foundLines, languagesOf, shelves } from "./shown";

const BASE: LeafletRow = {
  key: "visitors",
  language: "en",
  title: "Visitors",
  about: "Who may visit you.",
  topic: "rights",
  audiences: ["patient", "family"],
  settings: ["hospital"],
  kinds: [],
  purpose: "leaflet",
  origin: "shipped",
  version: 1,
  reviewed: "2026-03-01",
  reviewDue: false,
  behind: false,
  languages: ["es"],
  retired: false,
};

const ROWS: LeafletRow[] = [
  { ...BASE, language: "es", title: "Visitas", languages: ["en"] },
  BASE,
  { ...BASE, key: "bills", topic: "bills", languages: [] },
  { ...BASE, key: "nhs", topic: "england", settings: ["england"], languages: [] },
  { ...BASE, key: "old", retired: true, languages: [] },
  { ...BASE, key: "solo", language: "ar", settings: [], audiences: ["parent"], languages: [] },
];
const LIBRARY: Pick<LibraryView, "rows" | "setting"> = { rows: ROWS, setting: "hospital" };

const shown = (raw: Record<string, unknown>) =>
  shelves(LIBRARY, readLibrarySearch(raw)).map(({ topic, lines }) => [
    topic,
    lines.map(({ row }) => `${row.key}:${row.language}`).join(" "),
  ]);

test("the_library_opens_with_this_offices_leaflets_once_each_in_english", () => {
  expect(shown({})).toEqual([
    ["rights", "visitors:en solo:ar"],
    ["bills", "bills:en"],
  ]);
});

test("a_language_that_is_asked_for_is_the_only_one", () => {
  expect(shown({ language: "es" })).toEqual([["rights", "visitors:es"]]);
});

test("filters_narrow_and_every_setting_is_one_of_them", () => {
  expect(shown({ topic: "bills" })).toEqual([["bills", "bills:en"]]);
  expect(shown({ audience: "parent" })).toEqual([["rights", "solo:ar"]]);
  expect(shown({ setting: "all", topic: "england" })).toEqual([["england", "nhs:en"]]);
});

test("what_is_retired_is_seen_only_when_asked_for", () => {
  expect(shown({ show: "retired" })).toEqual([["rights", "old:en"]]);
});

test("what_is_found_keeps_its_order_and_says_where", () => {
  const found = [
    { key: "bills", language: "en", line: null },
    { key: "visitors", language: "es", line: "Puede recibir visitas." },
    { key: "visitors", language: "en", line: null },
    { key: "nhs", language: "en", line: null },
  ];
  expect(foundLines(LIBRARY, {}, found).map(({ row, found: line }) => [row.title, line])).toEqual([
    ["Visitors", null],
    ["Visitors", null],
  ]);
  expect(foundLines(LIBRARY, { language: "es" }, found)).toEqual([
    { row: ROWS[0], found: "Puede recibir visitas." },
  ]);
});

test("an_address_typed_by_hand_keeps_what_is_known", () => {
  const raw = { topic: "toString", audience: "family", setting: "all", text: 12, stack: "a:en,b" };
  expect(readLibrarySearch(raw)).toEqual({
    text: "12",
    audience: "family",
    setting: "all",
    stack: "a:en",
  });
  expect(withChange({ topic: "bills" }, { topic: null })).toEqual({});
  expect([isNarrowed({ stack: "a:en" }), isNarrowed({ topic: "bills" })]).toEqual([false, true]);
});

test("the_first_lines_of_the_shelves_fill_a_window_and_no_more", () => {
  const all = shelves(LIBRARY, { setting: "all" });
  const titles = (shown: readonly { lines: readonly { row: { title: string } }[] }[]) =>
    shown.flatMap(({ lines }) => lines.map(({ row }) => row.title));
  expect(titles(all).length).toBeGreaterThan(2);
  // A heading, a line, and a bit of the next.
  expect(titles(firstLines(all, 8))).toEqual(titles(all).slice(0, 2));
  expect(firstLines(all, 1000)).toEqual(all);
  expect(firstLines(all, 0)).toEqual([]);
});

test("the_languages_of_the_library_begin_with_english", () => {
  expect(languagesOf(ROWS)).toEqual(["en", "ar", "es"]);
});

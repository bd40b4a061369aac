import { expect, test } from "vitest";
import { readAskSearch, sourceIn } from "./search";
import { chosenIn, isThere, linesFrom, ticked, withOwn } from "./sheetDraft";

const BANK = ["When can I go home?", "Who helps me there?"];

test("a_source_brings_its_questions_chosen_and_keeps_what_was_added", () => {
  const own = withOwn(linesFrom(["Old?"], []), "  May my dog visit? ");
  expect(linesFrom(BANK, own)).toEqual([
    { text: BANK[0], isChosen: true, isOwn: false },
    { text: BANK[1], isChosen: true, isOwn: false },
    { text: "May my dog visit?", isChosen: true, isOwn: true },
  ]);
});

test("only_what_is_ticked_stands_on_the_sheet", () => {
  const lines = linesFrom(BANK, []);
  expect(chosenIn(ticked(lines, false, BANK[0]))).toEqual([BANK[1]]);
  expect(chosenIn(ticked(lines, false))).toEqual([]);
});

test("the_same_question_is_known_however_it_is_typed", () => {
  expect(isThere(linesFrom(BANK, []), " when can i go home? ")).toBe(true);
  expect(isThere(linesFrom(BANK, []), "When?")).toBe(false);
});

test("the_address_says_where_the_questions_come_from", () => {
  expect(sourceIn(readAskSearch({ visit: "going-home" }))).toBe("visit:going-home:en");
  expect(sourceIn(readAskSearch({ visit: "going-home:es" }))).toBe("visit:going-home:es");
  expect(sourceIn(readAskSearch({ visit: "x", from: "visitors:es" }))).toBe("leaflet:visitors:es");
  expect(sourceIn(readAskSearch({ visit: "<b>", from: 7 }))).toBe(null);
});

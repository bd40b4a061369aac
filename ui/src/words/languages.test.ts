import { expect, test } from "vitest";
import { directionOf, languageName, languageWithOwnName, ownLanguageName } from "./languages";

test("a_language_is_named_as_we_and_as_its_readers_call_it", () => {
  expect(languageName("es")).toBe("Spanish");
  expect(ownLanguageName("es")).toBe("Español");
  expect(languageWithOwnName("es")).toBe("Spanish (Español)");
  expect(languageWithOwnName("en")).toBe("English");
});

test("what_is_no_language_keeps_its_own_word", () => {
  expect(languageName("not a tag")).toBe("not a tag");
  expect(ownLanguageName("")).toBe("");
});

test("the_way_a_text_runs_follows_its_language_and_its_script", () => {
  expect(["ar", "he", "fa-IR", "ur", "AR"].map(directionOf)).toEqual(Array(5).fill("rtl"));
  expect(["en", "es-US", "ku-Latn", "uz", ""].map(directionOf)).toEqual(Array(5).fill("ltr"));
  expect(["pa-Arab", "ks-Arab-IN"].map(directionOf)).toEqual(["rtl", "rtl"]);
});

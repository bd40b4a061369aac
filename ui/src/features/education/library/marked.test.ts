import { expect, test } from "vitest";
import { markedParts } from "./marked";

test("words_that_were_looked_for_are_marked_wherever_they_stand", () => {
  expect(markedParts("A record of the Record", "record of")).toEqual([
    { words: "A ", isFound: false },
    { words: "record", isFound: true },
    { words: " ", isFound: false },
    { words: "of", isFound: true },
    { words: " the ", isFound: false },
    { words: "Record", isFound: true },
  ]);
});

test("signs_in_the_words_are_only_signs", () => {
  expect(markedParts("What (if) it costs $5?", "(if) $5?").filter((p) => p.isFound)).toHaveLength(
    2,
  );
  expect(markedParts("plain", "  ")).toEqual([{ words: "plain", isFound: false }]);
});

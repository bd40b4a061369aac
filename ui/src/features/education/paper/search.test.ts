import { expect, test } from "vitest";
import { readPaperSearch } from "./search";

test("the_address_says_what_is_printed_on_which_paper_and_how_large", () => {
  expect(readPaperSearch({ stack: "visitors:en", paper: "a4", size: 18 })).toEqual({
    stack: "visitors:en",
    paper: "a4",
    size: "18",
  });
});

test("paper_and_sizes_nobody_has_are_left_out", () => {
  expect(readPaperSearch({ stack: 1, paper: "a5", size: "16" })).toEqual({});
});

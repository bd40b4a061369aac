import { expect, test } from "vitest";
import { readSummarySearch } from "./search";

test("the_address_says_paper_and_copy", () => {
  expect(readSummarySearch({ paper: "a4", copy: "patient" })).toEqual({
    paper: "a4",
    copy: "patient",
  });
});

test("paper_nobody_has_is_left_out", () => {
  expect(readSummarySearch({ paper: "a5", copy: "toString", x: 1 })).toEqual({});
});

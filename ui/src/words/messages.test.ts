import { expect, test } from "vitest";
import { generalWords } from "./messages";

const { room, pasted } = generalWords.characters;

test("a field says what is left, and never a negative number of characters", () => {
  expect(room(1)).toBe("1 character left");
  expect(room(0)).toBe("0 characters left");
  expect(room(-1200)).toBe("1,200 characters too many. Nothing was cut; shorten it to save.");
});

test("a refused paste says how much it was, how much fits, and that nothing is lost", () => {
  expect(pasted(10_000_000, 20_000)).toBe(
    "What you pasted has 10,000,000 characters; 20,000 fit here. " +
      "Nothing was pasted, and what you wrote is still here.",
  );
});

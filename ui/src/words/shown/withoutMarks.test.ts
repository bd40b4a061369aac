import { expect, test } from "vitest";
import { withoutMarks } from "./withoutMarks";

test("marks_that_turn_the_direction_do_not_act", () => {
  expect(withoutMarks("\u202Egpj.exe\u202C and \u2066x\u2069")).toBe("gpj.exe and x");
});

test("right_to_left_words_and_joined_accents_stay_as_they_are", () => {
  const text = "مرحبا e\u0301 \u200F\u200D";
  expect(withoutMarks(text)).toBe(text);
});

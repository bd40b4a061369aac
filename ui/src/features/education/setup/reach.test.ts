import { expect, test } from "vitest";
import { formOf, inputOf, withSuggestion } from "./reach";

const NONE = { slot: "medicare", name: null, phone: null, address: null, web: null, hours: null };

test("what_stays_empty_is_not_filled_in", () => {
  const form = { ...formOf({ reach: null }), phone: " 555-0100 ", hours: "  " };
  expect(inputOf("medicare", form)).toEqual({ ...NONE, phone: "555-0100" });
});

test("a_public_number_never_takes_the_place_of_our_own", () => {
  const helper = { slot: "medicare", suggestedPhone: "1-800", suggestedWeb: "medicare.gov" };
  expect(withSuggestion({ ...helper, reach: null })).toEqual({
    ...NONE,
    phone: "1-800",
    web: "medicare.gov",
  });
  const { slot: _, ...reach } = { ...NONE, phone: "555-0100" };
  expect(withSuggestion({ ...helper, reach }).phone).toBe("555-0100");
});

import { expect, test } from "vitest";
import { readReadSearch } from "./search";

const ID = "019ce2cf-dfc0-7ff3-8785-799e5cc4225e";

test("the_address_of_a_leaflet_says_language_text_and_day", () => {
  const whole = { lang: "es-US", text: ID, on: "2026-03-09" };
  expect(readReadSearch(whole)).toEqual(whole);
});

test("what_is_no_language_text_or_day_is_left_out", () => {
  expect(readReadSearch({ lang: "../x", text: "1", on: "yesterday", x: 1 })).toEqual({});
});

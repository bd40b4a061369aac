import { expect, test } from "vitest";
import { unitsLike } from "./unitsLike";

const UNITS = ["4 West", "5 East", "Urgência"];

test("units_are_found_without_accents_or_capitals", () => {
  expect(unitsLike(UNITS, "urgen")).toEqual(["Urgência"]);
  expect(unitsLike(UNITS, "WEST")).toEqual(["4 West"]);
});

test("a_unit_written_in_full_still_offers_the_others", () => {
  expect(unitsLike(UNITS, "4 west")).toEqual(UNITS);
  expect(unitsLike(UNITS, "")).toEqual(UNITS);
  expect(unitsLike(UNITS, "ICU")).toEqual([]);
});

import { expect, test } from "vitest";
import type { EventOffer } from "../../../ipc/contract";
import { asksWhatShows, offersLike, receiptStands, timeFor } from "./offers";

const offer = (name: string, pack: string, rules: string[] = []) =>
  ({ event: name, name, question: "", pack, rules }) as unknown as EventOffer;

const OFFERS = [
  offer("First bill received", "Insurance", ["Billing dispute: 120 calendar days"]),
  offer("Discharge planned", "Hospital", ["Important Message: 2 calendar days"]),
  offer("Denial received", "Insurance", ["Internal appeal: 180 calendar days"]),
];

const names = (text: string) =>
  offersLike(OFFERS, text).map(({ pack, offers }) => [pack, offers.map(({ name }) => name)]);

test("dates_stand_by_the_rules_they_belong_to", () => {
  expect(names("")).toEqual([
    ["Insurance", ["First bill received", "Denial received"]],
    ["Hospital", ["Discharge planned"]],
  ]);
});

test("a_date_is_found_by_its_name_or_by_the_time_limits_it_starts", () => {
  expect(names("BILL first")).toEqual([["Insurance", ["First bill received"]]]);
  expect(names("appeal")).toEqual([["Insurance", ["Denial received"]]]);
  expect(names("nothing like it")).toEqual([]);
});

test("a_day_is_not_taken_for_a_minute", () => {
  expect(timeFor("day", "2026-03-10T00:00")).toBe("2026-03-10");
  expect(timeFor("minute", "2026-03-10T15:30")).toBe("2026-03-10T15:30");
  expect(timeFor("minute", "2026-03-10")).toBeNull();
  expect(timeFor("day", null)).toBeNull();
});

test("what_shows_a_receipt_is_asked_only_where_a_later_day_needs_it", () => {
  expect(asksWhatShows(null, "")).toBe(false);
  expect(asksWhatShows("2026-03-08", "")).toBe(true);
  // What was typed stays to be seen and taken away, though the day no longer needs it.
  expect(asksWhatShows(null, "Postmarked envelope")).toBe(true);
});

test("a_receipt_later_than_presumed_waits_until_something_shows_it", () => {
  const presumedOn = "2026-03-08";
  expect(receiptStands({ presumedOn, shownBy: null })).toBe("waits");
  expect(receiptStands({ presumedOn, shownBy: "Postmarked envelope" })).toBe("counts");
  expect(receiptStands({ presumedOn: null, shownBy: null })).toBeNull();
});

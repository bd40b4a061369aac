import { expect, test } from "vitest";
import { canKeep, canMeet } from "./evidence";

const CLOCK = { meetableBy: ["call", "letter"], startedOn: "2026-03-03" } as const;
const clock = { ...CLOCK, meetableBy: [...CLOCK.meetableBy] };
const call = {
  channel: "call",
  direction: "in",
  reached: "reached",
  at: "2026-03-03T09:00",
} as const;

test("a_call_meets_a_clock_when_somebody_was_reached", () => {
  expect(canMeet(clock, call)).toBe(true);
  expect(canMeet(clock, { ...call, reached: "left_message" })).toBe(false);
  expect(canMeet(clock, { ...call, channel: "visit" })).toBe(false);
});

test("a_letter_meets_a_clock_when_it_went_out", () => {
  expect(canMeet(clock, { ...call, channel: "letter", direction: "out" })).toBe(true);
  expect(canMeet(clock, { ...call, channel: "letter" })).toBe(false);
});

test("what_came_before_it_started_meets_no_clock", () => {
  expect(canMeet(clock, { ...call, at: "2026-03-02T23:59" })).toBe(false);
});

test("a_promise_is_kept_by_any_contact_after_it_but_not_by_a_note", () => {
  const promise = { madeOn: "2026-03-03" };
  expect(canKeep(promise, { ...call, reached: "no_answer" })).toBe(true);
  expect(canKeep(promise, { ...call, channel: "note" })).toBe(false);
  expect(canKeep(promise, { ...call, at: "2026-03-01T09:00" })).toBe(false);
});

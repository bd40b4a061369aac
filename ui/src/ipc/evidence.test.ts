import { expect, test } from "vitest";
import type { ClockView } from "./contract";
import { canKeep, canMeet } from "./evidence";

const clock = {
  meetableBy: ["call", "letter"],
  binds: "ours",
  startedOn: "2026-03-03",
  due: "2026-03-10",
  opens: null,
} satisfies Partial<ClockView> as Pick<
  ClockView,
  "meetableBy" | "binds" | "startedOn" | "due" | "opens"
>;
const call = {
  channel: "call",
  direction: "in",
  reached: "reached",
  at: "2026-03-03T09:00",
} as const;
const letter = { ...call, channel: "letter" } as const;

test("a_call_meets_a_clock_when_somebody_was_reached", () => {
  expect(canMeet(clock, call)).toBe(true);
  expect(canMeet(clock, { ...call, reached: "left_message" })).toBe(false);
  expect(canMeet(clock, { ...call, channel: "visit" })).toBe(false);
});

test("what_we_owe_goes_out_and_what_others_owe_comes_in", () => {
  const out = { ...letter, direction: "out" } as const;
  expect([canMeet(clock, out), canMeet(clock, letter)]).toEqual([true, false]);
  const theirs = { ...clock, binds: "theirs" } as const;
  expect([canMeet(theirs, out), canMeet(theirs, letter)]).toEqual([false, true]);
  const own = { ...clock, binds: "patient" } as const;
  expect([canMeet(own, out), canMeet(own, letter)]).toEqual([true, true]);
});

test("a_dated_note_says_how_we_know_where_the_rule_takes_one", () => {
  const note = { ...call, channel: "note", direction: "out" } as const;
  expect(canMeet(clock, note)).toBe(false);
  expect(canMeet({ ...clock, binds: "theirs", meetableBy: ["note"] }, note)).toBe(true);
});

test("what_came_before_it_started_meets_no_clock", () => {
  expect(canMeet(clock, { ...call, at: "2026-03-02T23:59" })).toBe(false);
  expect(canMeet(clock, { ...call, at: null })).toBe(true);
});

test("a_count_back_is_met_before_the_day_it_runs_from", () => {
  const back = { ...clock, startedOn: "2026-03-10", due: "2026-03-08" };
  expect(canMeet(back, call)).toBe(true);
  expect(canMeet({ ...back, opens: "2026-03-06" }, call)).toBe(false);
});

test("a_promise_is_kept_by_any_contact_after_it_but_not_by_a_note", () => {
  const promise = { madeOn: "2026-03-03" };
  expect(canKeep(promise, { ...call, reached: "no_answer" })).toBe(true);
  expect(canKeep(promise, { ...call, channel: "note" })).toBe(false);
  expect(canKeep(promise, { ...call, at: "2026-03-01T09:00" })).toBe(false);
});

import { expect, test } from "vitest";
import type { ClockView } from "../../../ipc/contract";
import { formatIn } from "../../../words/shown/format";
import { phaseOf, phaseWords, standingOf } from "./standing";

const format = formatIn({ dates: "us", clock24: false });
const clock = (over: Partial<ClockView>) =>
  ({
    due: "2026-03-10",
    actBy: "2026-03-10",
    dueBy: null,
    state: "soon",
    days: 2,
    metOn: null,
    binds: "ours",
    sense: "deadline",
    pausedSince: null,
    ...over,
  }) as ClockView;
const stands = (over: Partial<ClockView>) => {
  const { shape, words } = standingOf(clock(over), format);
  return [shape, words];
};

test("the_hour_is_said_while_it_can_still_be_met", () => {
  expect(stands({ state: "today", days: 0, dueBy: "5:00 PM" })).toEqual([
    "soon",
    "Due today by 5:00 PM",
  ]);
  expect(stands({ state: "overdue", days: -2, dueBy: "5:00 PM" })).toEqual([
    "late",
    "Overdue 2 days",
  ]);
});

test("a_bar_and_a_keep_are_never_overdue", () => {
  const past = { state: "overdue", days: -2 } as const;
  expect(stands({ sense: "bar" })).toEqual(["plain", "Not before Wed, Mar 11"]);
  expect(stands({ sense: "bar", ...past })).toEqual(["plain", "Allowed since Wed, Mar 11"]);
  expect(stands({ sense: "keep" })).toEqual(["plain", "Keep until Tue, Mar 10"]);
  expect(stands({ sense: "keep", ...past })).toEqual(["plain", "Keeping ended Tue, Mar 10"]);
});

test("a_window_says_the_last_safe_day_and_is_closed_only_after_the_last", () => {
  const own = { binds: "patient", due: "2026-03-17", actBy: "2026-03-10" } as const;
  expect(stands({ ...own })).toEqual(["soon", "Act by Tue, Mar 10"]);
  expect(stands({ ...own, state: "today", days: 0 })).toEqual(["soon", "Act today"]);
  const late = { ...own, state: "overdue" } as const;
  expect(stands({ ...late, days: -1 })).toEqual(["soon", "Last day Tue, Mar 17"]);
  expect(stands({ ...late, days: -7, dueBy: "12:00 PM" })).toEqual([
    "soon",
    "Last day is today by 12:00 PM",
  ]);
  expect(stands({ ...late, days: -9 })).toEqual(["late", "Closed 2 days ago"]);
});

test("beside_its_two_days_a_window_says_how_many_days_are_left", () => {
  const own = clock({ binds: "patient", due: "2026-03-17", actBy: "2026-03-10" });
  const said = (days: number) => [phaseOf({ ...own, days }), phaseWords({ ...own, days })];
  expect(said(2)).toEqual(["safe", "2 days left"]);
  expect(said(-1)).toEqual(["passed", "Last safe day passed"]);
  expect(said(-7)).toEqual(["passed", "Last day is today"]);
  expect(said(-8)).toEqual(["closed", "Closed 1 day ago"]);
  const bare = { ...own, actBy: own.due, days: 3 };
  expect([phaseOf(bare), phaseWords(bare)]).toEqual(["bare", "3 days left"]);
});

test("a_paused_clock_presses_nobody_unless_it_had_run_out", () => {
  expect(stands({ pausedSince: "2026-03-05" })).toEqual(["plain", "Paused"]);
  expect(stands({ pausedSince: "2026-03-05", state: "overdue", days: -1 })).toEqual([
    "late",
    "Overdue 1 day",
  ]);
});

test("what_is_met_says_when", () => {
  expect(stands({ state: "met", metOn: "2026-03-04" })).toEqual(["met", "Met Wed, Mar 4"]);
});

import { expect, test } from "vitest";
import type { ClockView, PromiseView } from "../../../ipc/contract";
import { formatIn } from "../../../words/shown/format";
import { stripChips } from "./chips";

const format = formatIn({ dates: "us", clock24: false });
const clock = (over: Partial<ClockView>) =>
  ({
    id: "c",
    name: "Interim notice",
    due: "2026-03-10",
    actBy: over.due ?? "2026-03-10",
    dueBy: null,
    binds: "ours",
    sense: "deadline",
    pausedSince: null,
    state: "overdue",
    days: -2,
    metOn: null,
    ...over,
  }) as ClockView;
const promise = (over: Partial<PromiseView>) =>
  ({
    id: "p",
    what: "Call Joan",
    due: "2026-03-13",
    state: "soon",
    days: 1,
    keptOn: null,
    ...over,
  }) as PromiseView;

test("the_strip_goes_from_what_presses_to_what_is_done", () => {
  const chips = stripChips(
    [
      clock({
        id: "met",
        name: "Acknowledgment",
        due: "2026-03-05",
        state: "met",
        metOn: "2026-03-04",
      }),
      clock({ id: "far", name: "Written decision", due: "2026-04-02", state: "later", days: 21 }),
      clock({ id: "late" }),
    ],
    [promise({})],
    format,
  );
  expect(chips.map(({ id, shape, text }) => [id, shape, text])).toEqual([
    ["late", "late", "Interim notice · overdue 2 days"],
    ["p", "promise", "Call Joan · Fri, Mar 13"],
    ["far", "plain", "Written decision · Thu, Apr 2"],
    ["met", "met", "Acknowledgment · met Wed, Mar 4"],
  ]);
});

test("a_promise_leads_to_no_rule", () => {
  const [chip] = stripChips([], [promise({ state: "today", days: 0 })], format);
  expect(chip).toMatchObject({ clock: null, text: "Call Joan · promised today" });
});

test("what_only_has_to_be_known_comes_after_what_presses_and_goes_when_its_day_is_past", () => {
  const chips = stripChips(
    [
      clock({ id: "keep", name: "Papers", sense: "keep", state: "later", days: 9 }),
      clock({ id: "gone", name: "Collection", sense: "bar" }),
      clock({ id: "late" }),
    ],
    [],
    format,
  );
  expect(chips.map(({ text }) => text)).toEqual([
    "Interim notice · overdue 2 days",
    "Papers · keep until Tue, Mar 10",
  ]);
});

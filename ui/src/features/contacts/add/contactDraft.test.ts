import { expect, test } from "vitest";
import type { CaseClocks, CaseParty, ClockView, PromiseView } from "../../../ipc/contract";
import { likelyPerson, withChannel, withOf } from "../facts";
import { contactOf, keepable, meetable, newContact, toggled } from "./contactDraft";

const JOAN = { id: "joan", label: "Joan Abara" };
const clock = (over: Partial<ClockView>) =>
  ({
    id: "c1",
    metOn: null,
    binds: "ours",
    startedOn: "2026-03-03",
    due: "2026-03-10",
    opens: null,
    meetableBy: ["letter", "call"],
    ...over,
  }) as ClockView;
const promise = (over: Partial<PromiseView>) =>
  ({ id: "p1", keptOn: null, madeOn: "2026-03-10", ...over }) as PromiseView;

test("only_open_clocks_that_this_kind_of_contact_can_meet_are_offered", () => {
  const draft = newContact(JOAN);
  const clocks = [
    clock({}),
    clock({ id: "c2", metOn: "2026-03-04" }),
    clock({ id: "c3", meetableBy: ["letter"] }),
  ];
  expect(meetable(draft, clocks).map(({ id }) => id)).toEqual(["c1"]);
});

test("a_call_that_reached_nobody_meets_nothing_but_may_keep_a_promise_to_call", () => {
  for (const reached of ["no_answer", "left_message"] as const) {
    const draft = { ...newContact(JOAN), reached };
    expect(meetable(draft, [clock({})])).toEqual([]);
    expect(keepable(draft, [promise({})])).toHaveLength(1);
  }
});

test("a_note_to_ourselves_keeps_no_promise", () => {
  expect(keepable({ ...newContact(null), channel: "note" }, [promise({})])).toEqual([]);
});

test("what_came_before_the_clock_or_the_promise_is_no_evidence", () => {
  const early = { ...newContact(JOAN), at: "2026-03-02T23:59" };
  expect(meetable(early, [clock({})])).toEqual([]);
  expect(keepable({ ...early, at: "2026-03-09T10:00" }, [promise({})])).toEqual([]);
});

test("a_letter_that_came_in_meets_nothing_and_one_that_went_out_does", () => {
  const letter = { ...newContact(JOAN), channel: "letter" as const, direction: "in" as const };
  expect(meetable(letter, [clock({})])).toEqual([]);
  expect(meetable({ ...letter, direction: "out" }, [clock({})])).toHaveLength(1);
});

test("a_tick_that_no_longer_applies_is_not_sent", () => {
  const open: CaseClocks = { clocks: [clock({})], stopped: [], promises: [promise({})] };
  const ticked = { ...newContact(JOAN), meets: ["c1", "gone"], keeps: ["p1"] };
  expect(contactOf("case", ticked, "2026-03-12T10:40", open)).toMatchObject({
    meets: ["c1"],
    keeps: ["p1"],
  });
  const missed = { ...ticked, reached: "no_answer" as const };
  expect(contactOf("case", missed, "2026-03-12T10:40", open)).toMatchObject({
    meets: [],
    keeps: ["p1"],
  });
});

test("who_reached_whom_follows_the_channel_until_it_is_said", () => {
  const call = newContact(JOAN);
  expect(call.direction).toBe("out");
  expect(withChannel(call, "letter").direction).toBe("in");
  const theyCalled = { ...call, direction: "in" as const };
  expect(withChannel(theyCalled, "visit").direction).toBe("in");
});

test("a_letter_is_never_unanswered_and_has_no_minutes", () => {
  const call = { ...newContact(JOAN), reached: "no_answer" as const, minutes: 12 };
  expect(withChannel(call, "letter")).toMatchObject({ reached: "reached", minutes: null });
});

test("the_one_who_raised_it_is_the_likely_person", () => {
  const party = (role: CaseParty["role"], name: string) =>
    ({ role, name, person: name }) as CaseParty;
  const ruth = party("patient", "Ruth");
  expect(likelyPerson({ parties: [ruth, party("raised_by", "Joan")] })?.label).toBe("Joan");
  expect(likelyPerson({ parties: [ruth] })?.label).toBe("Ruth");
  expect(likelyPerson({ parties: [] })).toBeNull();
});

test("a_person_goes_by_id_and_anybody_else_by_name", () => {
  expect(withOf({ with: JOAN, withText: "Joan Abara" })).toEqual({ with: "joan", withName: null });
  expect(withOf({ with: null, withText: " the night nurse " })).toEqual({
    with: null,
    withName: "the night nurse",
  });
  expect(withOf({ with: null, withText: " " })).toEqual({ with: null, withName: null });
});

test("a_tick_is_kept_once", () => {
  expect(toggled(["a"], "a", true)).toEqual(["a"]);
  expect(toggled(["a", "b"], "a", false)).toEqual(["b"]);
});

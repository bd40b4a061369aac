import { expect, test } from "vitest";
import type { LengthView, NumberView, RuleCheck, RulesView } from "../../../ipc/contract";
import {
  businessDayIn,
  byPack,
  calendarChoice,
  checkChoice,
  closedChoice,
  countedIn,
  isAsShipped,
  isMissing,
  kindsFor,
  lengthCode,
  lengthWords,
  numberChoice,
  shippedChoice,
  switchChoice,
  uncheckChoice,
  unverifiedIn,
  withAdvice,
} from "./choices";

const THIRTY: LengthView = { code: "30 calendar day", count: 30, unit: "day", business: false };
const TEN: LengthView = { code: "10 business day", count: 10, unit: "day", business: true };
const HALF: LengthView = { code: "6 month", count: 6, unit: "month", business: false };

const NUMBER: NumberView = {
  rule: "US-CMS-POL",
  name: "Written decision",
  pack: "US hospital",
  task: "written decision to the person who raised it",
  length: THIRTY,
  words: "30 calendar days",
  noDefault: false,
  shipped: THIRTY,
  businessDay: "business day",
  guidance: null,
  citation: "42 CFR 482.13(a)(2)",
  policy: null,
  confirmed: null,
  unverified: true,
};

const CHECK: RuleCheck = {
  at: "rule-US-VA-7",
  key: "checked:US-VA-7@2026.11",
  terms: "7 calendar day, exclusive, from first_said; VHA Directive 1003.04",
  name: "VA complaint resolution",
  pack: "US hospital",
  former: null,
  says: "7 calendar days. Starts when anyone at the VA first gets the complaint.",
  authority: "VHA Directive 1003.04",
  citation: "VHA Directive 1003.04",
  confirmed: null,
  note: null,
};

const VIEW: RulesView = {
  packs: [],
  numbers: [NUMBER],
  checks: [CHECK],
  optional: [],
  calendars: [],
  closes: null,
  afterHours: null,
  marginDays: 7,
  margin: null,
  closed: [],
  timeZone: "America/New_York",
};

test("a length is written as records have it, and read back as what it is counted in", () => {
  for (const length of [THIRTY, TEN, HALF]) {
    expect(lengthCode(length.count, countedIn(length))).toBe(length.code);
  }
});

test("a length is read with what a business day is called there", () => {
  expect(lengthWords(THIRTY, "working day")).toBe("30 calendar days");
  expect(lengthWords(TEN, "working day")).toBe("10 working days");
  expect(lengthWords({ ...HALF, count: 1 }, "working day")).toBe("1 month");
});

test("a number is missing where the rule has none and nobody gave one", () => {
  const confirmed = { by: "Ana Test", on: "2026-03-10" };
  expect(isMissing(NUMBER)).toBe(false);
  expect(isMissing({ ...NUMBER, noDefault: true, confirmed: null })).toBe(true);
  expect(isMissing({ ...NUMBER, noDefault: true, confirmed })).toBe(false);
});

test("a business day is called as it is where the office works", () => {
  expect(businessDayIn({ numbers: [{ ...NUMBER, businessDay: "working day" }] })).toBe(
    "working day",
  );
  expect(businessDayIn({ numbers: [] })).toBe("business day");
});

test("months are offered only where a number came in months", () => {
  expect(kindsFor(NUMBER)).toEqual(["calendar", "business"]);
  expect(kindsFor({ ...NUMBER, shipped: HALF })).toEqual(["calendar", "business", "month"]);
});

test("a number is confirmed by being put in, and its reset confirms nothing", () => {
  expect(numberChoice("US-CMS-POL", "10 business day", " 4.2 ")).toEqual({
    key: "number:US-CMS-POL",
    value: "10 business day",
    policy: "4.2",
    confirmed: true,
  });
  expect(numberChoice("US-CMS-POL", "10 business day", " ").policy).toBeNull();
  expect(shippedChoice("US-CMS-POL")).toMatchObject({ value: null, confirmed: false });
});

test("what was checked is the rule as it was read", () => {
  const { key, terms } = CHECK;
  expect(checkChoice(CHECK, " Part 5. ")).toEqual({
    key,
    value: terms,
    policy: "Part 5.",
    confirmed: true,
  });
  expect(checkChoice(CHECK, " ").policy).toBeNull();
  expect(uncheckChoice(CHECK)).toEqual({ key, value: null, policy: null, confirmed: false });
});

test("what is switched off, taken back or removed has no value", () => {
  expect(switchChoice("pack", "us-insurance", true)).toMatchObject({
    key: "pack:us-insurance",
    value: "on",
  });
  expect(switchChoice("rule", "US-VA-7", false)).toMatchObject({
    key: "rule:US-VA-7",
    value: null,
  });
  expect(calendarChoice({ id: "us-federal" }, false)).toMatchObject({
    value: null,
    confirmed: false,
  });
  expect(closedChoice("2026-12-24", null)).toMatchObject({ key: "closed:2026-12-24", value: null });
});

test("a number that was changed is no longer as it came", () => {
  expect(isAsShipped(NUMBER)).toBe(true);
  expect(isAsShipped({ ...NUMBER, length: TEN })).toBe(false);
});

test("everything that wears the badge is counted", () => {
  expect(unverifiedIn(VIEW)).toBe(4);
  const by = { by: "Dana Whitcomb", on: "2026-03-12" };
  const numbers = [{ ...NUMBER, unverified: false, confirmed: by }];
  const checks = [{ ...CHECK, confirmed: by }];
  expect(unverifiedIn({ ...VIEW, numbers, checks, afterHours: by, margin: by })).toBe(0);
});

test("what the advisor goes by waits among the rules to check", () => {
  const advice = { ...CHECK, at: "advice-G8", key: "advice:us-hospital/G8" };
  const view = withAdvice(VIEW, [advice]);
  expect(view.checks.map(({ at }) => at)).toEqual(["rule-US-VA-7", "advice-G8"]);
  expect(unverifiedIn(view)).toBe(unverifiedIn(VIEW) + 1);
});

test("numbers stand under the rules they belong to", () => {
  const other = { ...NUMBER, pack: "US insurance", rule: "US-MCD-G" };
  const groups = byPack([NUMBER, other, { ...NUMBER, rule: "US-CMS-7" }]);
  expect(groups.map(({ pack, numbers }) => [pack, numbers.length])).toEqual([
    ["US hospital", 2],
    ["US insurance", 1],
  ]);
});

import { describe, expect, test } from "vitest";
import {
  addDays,
  bytesInWords,
  count,
  counted,
  dayInZone,
  dayOf,
  daysBetween,
  daysInWords,
  formatIn,
  listInWords,
  localeOf,
  mannerOf,
  minutesInWords,
  timeOf,
} from "./format";

const us = formatIn({ dates: "us", clock24: false });
const uk = formatIn({ dates: "uk", clock24: true });
const ukHalves = formatIn({ dates: "uk", clock24: false });
const iso = formatIn({ dates: "iso", clock24: true });

describe("dates", () => {
  test("read in the order the person asked for", () => {
    expect(us.day("2026-03-12")).toBe("Thu, Mar 12");
    expect(uk.day("2026-03-12")).toBe("Thu 12 Mar");
    expect(iso.day("2026-03-12")).toBe("Thu 2026-03-12");
    expect(us.date("2026-03-12")).toBe("March 12, 2026");
    expect(uk.date("2026-03-12")).toBe("12 March 2026");
    expect(iso.date("2026-03-12")).toBe("2026-03-12");
    expect(us.weekday("2026-03-12")).toBe("Thursday, March 12");
    expect(uk.weekday("2026-03-12")).toBe("Thursday 12 March");
    expect(iso.weekday("2026-03-12")).toBe("Thursday 2026-03-12");
    expect(us.dayWithYear("2026-03-12")).toBe("Thu, Mar 12, 2026");
    expect(uk.dayWithYear("2026-03-12")).toBe("Thu 12 Mar 2026");
  });

  test("carry their year only when it is not this one", () => {
    expect(us.dated("2026-03-12", "2026-12-31")).toBe("Thu, Mar 12");
    expect(us.dated("2025-12-31", "2026-01-01")).toBe("Wed, Dec 31, 2025");
  });

  test("carry it everywhere once today is known", () => {
    const later = formatIn({ dates: "us", clock24: false }, "2027-01-02");
    expect(later.day("2027-03-12")).toBe("Fri, Mar 12");
    expect(later.day("2026-03-12")).toBe("Thu, Mar 12, 2026");
    expect(later.weekday("2026-03-12")).toBe("Thursday, March 12, 2026");
    expect(later.moment("2026-03-12T16:10")).toBe("Thu, Mar 12, 2026, 4:10\u00a0PM");
    const british = formatIn({ dates: "uk", clock24: true }, "2027-01-02");
    expect(british.weekday("2026-03-12")).toBe("Thursday 12 March 2026");
  });

  test("split into the parts a strip of days shows", () => {
    expect(us.weekdayShort("2026-01-06")).toBe("Tue");
    expect(us.dayNumber("2026-01-06")).toBe("6");
    expect(us.month("2026-01-06")).toBe("Jan");
    const now = formatIn({ dates: "us", clock24: false }, "2026-03-12");
    expect(now.month("2032-01-06")).toBe("Jan 2032");
  });

  test("never slip a day, whatever the time zone of the machine", () => {
    const zone = process.env.TZ;
    for (const far of ["Pacific/Kiritimati", "Pacific/Niue", "America/New_York"]) {
      process.env.TZ = far;
      expect(us.day("2026-01-01")).toBe("Thu, Jan 1");
      expect(us.moment("2026-03-08T02:30")).toBe("Sun, Mar 8, 2:30\u00a0AM");
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("leap days are days", () => {
    expect(us.day("2028-02-29")).toBe("Tue, Feb 29");
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  });
});

describe("times", () => {
  test("read by the person's clock and do not break before their half of the day", () => {
    expect(us.time("16:10")).toBe("4:10\u00a0PM");
    expect(us.time("2026-03-12T00:05")).toBe("12:05\u00a0AM");
    expect(us.time("12:00")).toBe("12:00\u00a0PM");
    expect(ukHalves.time("09:30")).toBe("9:30\u00a0am");
    expect(uk.time("09:30")).toBe("09:30");
    expect(us.moment("2026-03-12T16:10")).toBe("Thu, Mar 12, 4:10\u00a0PM");
  });

  test("an instant is told in the office's zone", () => {
    expect(us.instant("2026-03-12T03:30:00Z", "America/New_York")).toBe(
      "Wed, Mar 11, 11:30\u00a0PM",
    );
    expect(us.instantTime("2026-03-12T14:42:10.123Z", "America/New_York")).toBe("10:42\u00a0AM");
    expect(dayInZone("2026-03-12T03:30:00Z", "America/New_York")).toBe("2026-03-11");
    expect(dayInZone("2026-03-12T03:30:00Z", "Europe/London")).toBe("2026-03-12");
  });

  test("a civil date-time falls into its date and its time", () => {
    expect(dayOf("2026-03-12T10:40")).toBe("2026-03-12");
    expect(timeOf("2026-03-12T10:40:59")).toBe("10:40");
    expect(timeOf("10:40")).toBe("10:40");
  });
});

describe("spans", () => {
  test("a day near today is told by its distance", () => {
    expect(us.relative("2026-03-12", "2026-03-12")).toBe("today");
    expect(us.relative("2026-03-13", "2026-03-12")).toBe("tomorrow");
    expect(us.relative("2026-03-11", "2026-03-12")).toBe("yesterday");
    expect(us.relative("2026-03-15", "2026-03-12")).toBe("in 3 days");
    expect(us.relative("2026-03-10", "2026-03-12")).toBe("2 days ago");
  });

  test("days count civil dates, across a change of the clocks too", () => {
    expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
    expect(daysBetween("2026-03-09", "2026-03-07")).toBe(-2);
  });

  test("durations are words, and the small units drop out when they are zero", () => {
    expect(minutesInWords(0)).toBe("0 minutes");
    expect(minutesInWords(1)).toBe("1 minute");
    expect(minutesInWords(60)).toBe("1 hour");
    expect(minutesInWords(75)).toBe("1 hour 15 minutes");
    expect(daysInWords(1)).toBe("1 day");
    expect(daysInWords(2)).toBe("2 days");
  });
});

describe("numbers", () => {
  test("a count the office stopped at says so", () => {
    expect(count(1000, true)).toBe("1,000+");
    expect(count(41)).toBe("41");
    expect(counted(1, "case", "cases")).toBe("1 case");
    expect(counted(1200, "case", "cases")).toBe("1,200 cases");
    expect(counted(0, "case", "cases")).toBe("0 cases");
  });

  test("sizes have a unit", () => {
    expect(bytesInWords(1)).toBe("1 byte");
    expect(bytesInWords(999)).toBe("999 bytes");
    expect(bytesInWords(1240)).toBe("1.2 KB");
    expect(bytesInWords(48_000_000)).toBe("48 MB");
  });

  test("a list reads as a sentence would have it", () => {
    expect(listInWords(["a"])).toBe("a");
    expect(listInWords(["a", "b"])).toBe("a and b");
    expect(listInWords(["a", "b", "c"])).toBe("a, b, and c");
  });
});

describe("preferences", () => {
  test("what is left to the system follows its region", () => {
    expect(mannerOf({ dates: "system", clock24: false }, "en-US").dates).toBe("us");
    expect(mannerOf({ dates: "system", clock24: false }, "en").dates).toBe("us");
    expect(mannerOf({ dates: "system", clock24: false }, "en-GB").dates).toBe("uk");
    expect(mannerOf({ dates: "system", clock24: false }, "not a locale").dates).toBe("us");
    expect(mannerOf({ dates: "iso", clock24: true }, "en-US")).toEqual({
      dates: "iso",
      clock24: true,
    });
  });

  test("date fields ask in the same order", () => {
    expect(localeOf({ dates: "us", clock24: false })).toBe("en-US");
    expect(localeOf({ dates: "uk", clock24: true })).toBe("en-GB");
    expect(localeOf({ dates: "iso", clock24: true })).toBe("en-CA");
  });
});

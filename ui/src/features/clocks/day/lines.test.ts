import { describe, expect, it } from "vitest";
import type { DueLine, MyDay } from "../../../ipc/contract";
import { addressOf, groupsOf, keyOf, type OtherLine, stepFrom } from "./lines";

function line(given: Partial<DueLine>): DueLine {
  return {
    case: "c1",
    number: "A-26-0143",
    patientName: "Ruth Abara",
    due: { what: "clock", label: "Interim notice", on: "2026-03-10", state: "overdue", days: -2 },
    title: "interim notice",
    why: "Received March 3.",
    aside: "",
    clock: null,
    promise: null,
    ...given,
  };
}

const DAY: MyDay = { date: "2026-03-12", sentence: "", now: [], week: [], nowMore: 0, weekMore: 0 };

describe("My day", () => {
  it("leaves out a group with nothing in it", () => {
    expect(groupsOf({ ...DAY, week: [line({})] }).map(({ id }) => id)).toEqual(["week"]);
    expect(groupsOf(DAY)).toEqual([]);
  });

  it("reads what needs you now before the week", () => {
    const day = { ...DAY, week: [line({})], now: [line({})] };
    expect(groupsOf(day).map(({ id }) => id)).toEqual(["now", "week"]);
  });

  it("puts what other features know where its day belongs", () => {
    const other = (id: string, on: string, days: number): OtherLine => ({
      id,
      href: "/people/p1",
      due: { what: "clock", state: "soon", on, days },
      who: "Ruth Abara",
      title: "Go over it again",
      why: "",
    });
    const others = [other("late", "2026-03-09", -3), other("week", "2026-03-19", 7)];
    const groups = groupsOf({ ...DAY, now: [line({})] }, [
      ...others,
      other("far", "2026-04-01", 20),
    ]);
    expect(groups.map(({ id, lines }) => [id, lines.map(keyOf)])).toEqual([
      ["now", ["late", keyOf(line({}))]],
      ["week", ["week"]],
    ]);
    expect(addressOf(other("late", "2026-03-09", -3))).toBe("/people/p1");
  });

  it("opens a case at the clock or promise the line is about", () => {
    expect(addressOf(line({ clock: "k1" }))).toBe("/cases/c1?at=k1");
    expect(addressOf(line({ promise: "p1" }))).toBe("/cases/c1?at=p1");
    expect(addressOf(line({}))).toBe("/cases/c1");
  });

  it("tells two lines of one case apart", () => {
    expect(keyOf(line({ clock: "k1" }))).not.toBe(keyOf(line({ clock: "k2" })));
  });

  it("moves between lines with the arrow keys and stops at the ends", () => {
    expect(stepFrom(-1, "ArrowDown", 3)).toBe(0);
    expect(stepFrom(0, "ArrowDown", 3)).toBe(1);
    expect(stepFrom(2, "ArrowDown", 3)).toBe(2);
    expect(stepFrom(0, "ArrowUp", 3)).toBe(0);
    expect(stepFrom(1, "End", 3)).toBe(2);
    expect(stepFrom(1, "a", 3)).toBeNull();
    expect(stepFrom(-1, "ArrowDown", 0)).toBeNull();
  });
});

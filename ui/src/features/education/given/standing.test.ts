import { describe, expect, it } from "vitest";
import type { TeachBackView, TeachOutcome } from "../../../ipc/contract";
import { backStanding, openPoints, saidBack, standingOf } from "./standing";

const format = { day: (day: string) => `<${day}>` };

function back(...outcomes: TeachOutcome[]): TeachBackView {
  const points = outcomes.map((outcome, n) => ({ ask: `ask ${n}`, outcome, words: "" }));
  return { id: "t", at: "2026-03-12T10:00", by: "Dana", points, interpreter: false, note: "" };
}

const NONE = { againOn: null, againState: null, againDays: null };

describe("how a handout stands", () => {
  it("is not asked until something was said back", () => {
    expect(standingOf({ ...NONE, teachBacks: [] }, format)).toEqual({
      shape: "plain",
      words: "Not asked yet",
    });
  });

  it("is understood, and says so when it had to be explained again", () => {
    const understood = standingOf({ ...NONE, teachBacks: [back("understood")] }, format);
    expect(understood).toEqual({ shape: "met", words: "Understood" });
    const retaught = standingOf({ ...NONE, teachBacks: [back("understood", "retaught")] }, format);
    expect(retaught.shape).toBe("met");
    expect(retaught.words).not.toBe(understood.words);
  });

  it("waits for the day it is gone over again, and is late after it", () => {
    const open = { teachBacks: [back("not_yet")], againOn: "2026-03-19" };
    const soon = standingOf({ ...open, againState: "later", againDays: 7 }, format);
    expect(soon).toEqual({ shape: "soon", words: "Not yet. Again <2026-03-19>" });
    const today = standingOf({ ...open, againState: "today", againDays: 0 }, format);
    expect(today).toEqual({ shape: "soon", words: "Go over it again today" });
    const late = standingOf({ ...open, againState: "overdue", againDays: -2 }, format);
    expect(late).toEqual({ shape: "late", words: "Go over it again, overdue 2 days" });
  });

  it("says of one asking that it was not enough yet", () => {
    expect(backStanding(back("understood", "not_yet")).shape).toBe("soon");
    expect(backStanding(back("retaught")).shape).toBe("met");
  });

  it("knows what is open by the last time it was asked", () => {
    const handout = { teachBacks: [back("understood", "not_yet"), back("not_yet", "not_yet")] };
    expect(openPoints(handout)).toEqual(["ask 1"]);
    expect(openPoints({ teachBacks: [] })).toEqual([]);
  });

  it("quotes only what was written down in their words", () => {
    const said = back("understood", "retaught");
    const [first, second] = said.points;
    if (first === undefined || second === undefined) throw new Error("two points");
    expect(saidBack({ points: [first, { ...second, words: "I write to them." }] })).toHaveLength(1);
  });
});

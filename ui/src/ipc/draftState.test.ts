import { describe, expect, it } from "vitest";
import {
  type DraftEvent,
  type DraftState,
  dueWork,
  fillDraft,
  nextDraft,
  startDraft,
} from "./draftState";

const EMPTY = { words: "" };
const NOON = "2026-03-12T12:00:00Z";

function heldAfter(...events: DraftEvent<typeof EMPTY>[]): DraftState<typeof EMPTY> {
  return events.reduce((state, event) => nextDraft(state, event), startDraft(EMPTY));
}

const typed = (words: string): DraftEvent<typeof EMPTY> => ({ kind: "typed", body: { words } });

describe("a draft", () => {
  it("writes nothing before anybody types", () => {
    expect(dueWork(heldAfter({ kind: "nothing_found" }), EMPTY)).toBe("nothing");
  });

  it("waits to be saved after typing", () => {
    const state = heldAfter({ kind: "nothing_found" }, typed("a"));
    expect(state.phase).toBe("waiting");
    expect(dueWork(state, EMPTY)).toBe("save");
  });

  it("comes back and asks whether to go on with it", () => {
    const state = heldAfter({ kind: "found", body: { words: "kept" }, at: NOON });
    expect(state).toMatchObject({ body: { words: "kept" }, restored: true, keptAt: NOON });
    expect(dueWork(state, EMPTY)).toBe("nothing");
  });

  it("never hides words typed while it was still looking", () => {
    const state = heldAfter(typed("new"), { kind: "found", body: { words: "old" }, at: NOON });
    expect(state).toMatchObject({ body: { words: "new" }, restored: false, phase: "waiting" });
  });

  it("does not write while it is still looking", () => {
    expect(dueWork(heldAfter(typed("new")), EMPTY)).toBe("nothing");
  });

  it("saves again what was typed during a save", () => {
    const state = heldAfter(
      { kind: "nothing_found" },
      typed("a"),
      { kind: "writing" },
      typed("ab"),
      {
        kind: "kept",
        version: 1,
        at: NOON,
      },
    );
    expect(dueWork(state, EMPTY)).toBe("save");
    expect(state.keptAt).toBe(NOON);
  });

  it("rests once the newest words are kept", () => {
    const state = heldAfter(
      { kind: "nothing_found" },
      typed("a"),
      { kind: "writing" },
      {
        kind: "kept",
        version: 1,
        at: NOON,
      },
    );
    expect(state.phase).toBe("resting");
    expect(dueWork(state, EMPTY)).toBe("nothing");
  });

  it("is taken away when the form is emptied again", () => {
    const state = heldAfter(
      { kind: "nothing_found" },
      typed("a"),
      { kind: "writing" },
      { kind: "kept", version: 1, at: NOON },
      typed(""),
    );
    expect(dueWork(state, EMPTY)).toBe("drop");
    const gone = nextDraft(nextDraft(state, { kind: "writing" }), { kind: "emptied", version: 2 });
    expect(gone).toMatchObject({ keptAt: null, keptVersion: null, phase: "resting" });
  });

  it("that could not be written says so and is tried again", () => {
    const state = heldAfter(
      { kind: "nothing_found" },
      typed("a"),
      { kind: "writing" },
      {
        kind: "failed",
        problem: "The disk is full.",
      },
    );
    expect(state.problem).toBe("The disk is full.");
    expect(dueWork(state, EMPTY)).toBe("save");
  });

  it("begins again from the initial words once it is dropped", () => {
    const state = heldAfter({ kind: "nothing_found" }, typed("a"), {
      kind: "dropped",
      body: EMPTY,
    });
    expect(state).toMatchObject({ body: EMPTY, phase: "resting", keptAt: null });
  });

  it("learns the fields an older form did not have", () => {
    expect(fillDraft({ words: "", unit: "4 West" }, { words: "old" })).toEqual({
      words: "old",
      unit: "4 West",
    });
  });

  it("that is not a form at all is left alone", () => {
    expect(fillDraft({ words: "" }, "nonsense")).toEqual({ words: "" });
  });
});

import { afterEach, expect, test, vi } from "vitest";
import type { call } from "./call";
import { DraftQueue, draftAskedEarly } from "./draftQueue";

const kept = {
  key: "",
  title: "A case",
  body: { words: "She called." },
  savedAt: "2026-03-12T10:42:00Z",
};

/** The office as it answers one question, and how often it was asked. */
function office(output: unknown) {
  const asked = vi.fn(async () => ({ output, changed: [], entry: null }));
  return { asked, ask: asked as unknown as typeof call };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a form whose draft was looked for early has its words at once", async () => {
  const { asked, ask } = office(kept);
  await Promise.all([draftAskedEarly("early", ask), draftAskedEarly("early", ask)]);
  await draftAskedEarly("early", ask);
  expect(asked).toHaveBeenCalledTimes(1);
  const queue = new DraftQueue("early", "A case", { words: "" });
  expect(queue.state).toMatchObject({
    phase: "resting",
    body: { words: "She called." },
    restored: true,
    keptAt: kept.savedAt,
  });
});

test("a form without a draft need not look again", async () => {
  await draftAskedEarly("empty", office(null).ask);
  const queue = new DraftQueue("empty", "A case", { words: "" });
  expect(queue.state).toMatchObject({ phase: "resting", body: { words: "" }, restored: false });
});

test("what was found is used once, and is forgotten where no form opens", async () => {
  vi.useFakeTimers();
  await draftAskedEarly("once", office(kept).ask);
  const stop = new DraftQueue("once", "A case", { words: "" }).start(() => {});
  expect(new DraftQueue("once", "A case", { words: "" }).state.phase).toBe("looking");
  stop();
  await draftAskedEarly("never", office(kept).ask);
  vi.advanceTimersByTime(5_000);
  expect(new DraftQueue("never", "A case", { words: "" }).state.phase).toBe("looking");
});

test("words that are still being written are not overtaken by older ones", async () => {
  const { asked, ask } = office(kept);
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const queue = new DraftQueue("busy", "A case", { words: "" });
  const stop = queue.start(() => {});
  queue.type({ words: "She called twice." });
  stop();
  await draftAskedEarly("busy", ask);
  expect(asked).not.toHaveBeenCalled();
  expect(new DraftQueue("busy", "A case", { words: "" }).state.phase).toBe("looking");
});

test("what was found before newer words were written is not used", async () => {
  let answer = (_: unknown) => {};
  const slow = new Promise((resolve) => {
    answer = resolve;
  });
  const ask = (() => slow) as unknown as typeof call;
  vi.stubGlobal("fetch", async () => Response.json({ output: kept, changed: [], entry: null }));
  const found = draftAskedEarly("late", ask);
  const queue = new DraftQueue("late", "A case", { words: "" });
  const stop = queue.start(() => {});
  queue.type({ words: "She called twice." });
  stop();
  await vi.waitFor(() => expect(queue.state.phase).toBe("resting"));
  answer({ output: kept, changed: [], entry: null });
  await found;
  expect(new DraftQueue("late", "A case", { words: "" }).state.phase).toBe("looking");
});

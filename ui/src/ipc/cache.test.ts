import { expect, test, vi } from "vitest";
import {
  cache,
  drop,
  dropTopics,
  forgetAll,
  keyOf,
  shownFirst,
  topicOf,
  withSameRows,
} from "./cache";

test("a question is kept under its feature first", () => {
  expect(topicOf("cases.view")).toBe("cases");
  expect(keyOf("cases.view", { id: "0195" })).toEqual(["cases", "cases.view", { id: "0195" }]);
});

test("a change drops the answers of the features it names and leaves the rest", () => {
  cache.setQueryData(keyOf("cases.counts", null), { open: 41 });
  cache.setQueryData(keyOf("clocks.my_day", null), { date: "2026-03-12" });
  cache.setQueryData(keyOf("office.view", null), { name: "Mercy Hill" });
  dropTopics(["cases", "clocks"]);
  const isStale = (name: "cases.counts" | "clocks.my_day" | "office.view") =>
    cache.getQueryState(keyOf(name, null))?.isInvalidated;
  expect(isStale("cases.counts")).toBe(true);
  expect(isStale("clocks.my_day")).toBe(true);
  expect(isStale("office.view")).toBe(false);
  cache.clear();
});

test("a lock leaves no answer behind", () => {
  cache.setQueryData(keyOf("cases.counts", null), { open: 41 });
  forgetAll();
  expect(cache.getQueryData(keyOf("cases.counts", null))).toBeUndefined();
});

test("what an action changed is stale when what it shows itself is painted, not sooner", async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
  vi.stubGlobal("cancelAnimationFrame", () => {});
  const key = keyOf("cases.counts", null);
  const isStale = () => cache.getQueryState(key)?.isInvalidated;
  cache.setQueryData(key, { open: 41 });
  const answer = await shownFirst(async () => {
    drop(([topic]) => topic === "cases");
    // Shown by the action itself: that alone would count as a fresh answer.
    cache.setQueryData(key, { open: 42 });
    return "done";
  });
  expect(answer).toBe("done");
  drop(([topic]) => topic === "clocks");
  expect(isStale()).toBe(false);
  frames.shift()?.();
  frames.shift()?.();
  await vi.waitFor(() => expect(isStale()).toBe(true));
  // From now on a change is taken up at once again.
  cache.setQueryData(key, { open: 43 });
  drop(([topic]) => topic === "cases");
  expect(isStale()).toBe(true);
  vi.unstubAllGlobals();
});

test("an action that fails holds up nothing for good", async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
  vi.stubGlobal("cancelAnimationFrame", () => {});
  const failed = shownFirst(() => Promise.reject(new Error("refused")));
  await expect(failed).rejects.toThrow("refused");
  frames.shift()?.();
  frames.shift()?.();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const key = keyOf("cases.counts", null);
  cache.setQueryData(key, { open: 41 });
  drop(([topic]) => topic === "cases");
  expect(cache.getQueryState(key)?.isInvalidated).toBe(true);
  vi.unstubAllGlobals();
});

test("being offline stops nothing: the office is on this machine", () => {
  const { queries, mutations } = cache.getDefaultOptions();
  expect(queries?.networkMode).toBe("always");
  expect(mutations?.networkMode).toBe("always");
});

const pagesOf = (...rows: { id: string; words: string }[]) => ({
  pages: [{ rows, total: rows.length, capped: false, next: null }],
  pageParams: [null],
});
const call = { id: "call", words: "She is home." };
const visit = { id: "visit", words: "She sleeps well." };

test("a row that comes first leaves the others the same objects", () => {
  const was = pagesOf(call, visit);
  const is = withSameRows(was, pagesOf({ id: "new", words: "" }, { ...call }, { ...visit }));
  expect(is.pages[0]?.rows[1]).toBe(call);
  expect(is.pages[0]?.rows[2]).toBe(visit);
});

test("a row that changed is another, and an answer that did not change is the same", () => {
  const was = pagesOf(call, visit);
  const amended = withSameRows(was, pagesOf({ ...call, words: "She is well." }, { ...visit }));
  expect(amended.pages[0]?.rows[0]).toEqual({ id: "call", words: "She is well." });
  expect(amended.pages[0]?.rows[1]).toBe(visit);
  expect(withSameRows(was, pagesOf({ ...call }, { ...visit }))).toBe(was);
  expect(withSameRows(was, pagesOf({ ...call }))).not.toBe(was);
});

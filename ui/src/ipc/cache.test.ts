import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { cache, dropTopics, forgetAll, keyOf, topicOf } from "./cache";

test("a question is kept under its feature first", () => {
  expect(topicOf("cases.view")).toBe("cases");
  expect(keyOf("cases.view", { id: "0195" })).toEqual(["cases", "cases.view", { id: "0195" }]);
});

test("a change drops the answers of the features it names and leaves the rest", () => {
  const client = new QueryClient();
  client.setQueryData(keyOf("cases.counts", null), { open: 41 });
  client.setQueryData(keyOf("clocks.my_day", null), { date: "2026-03-12" });
  client.setQueryData(keyOf("office.view", null), { name: "Mercy Hill" });
  dropTopics(["cases", "clocks"], client);
  const isStale = (name: "cases.counts" | "clocks.my_day" | "office.view") =>
    client.getQueryState(keyOf(name, null))?.isInvalidated;
  expect(isStale("cases.counts")).toBe(true);
  expect(isStale("clocks.my_day")).toBe(true);
  expect(isStale("office.view")).toBe(false);
});

test("a lock leaves no answer behind", () => {
  cache.setQueryData(keyOf("cases.counts", null), { open: 41 });
  forgetAll();
  expect(cache.getQueryData(keyOf("cases.counts", null))).toBeUndefined();
});

test("being offline stops nothing: the office is on this machine", () => {
  const { queries, mutations } = cache.getDefaultOptions();
  expect(queries?.networkMode).toBe("always");
  expect(mutations?.networkMode).toBe("always");
});

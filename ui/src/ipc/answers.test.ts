import { hashKey } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerOf, askAgain, watch } from "./answers";
import { cache, dropTopics, keyOf } from "./cache";

const asked = vi.fn<() => Promise<Response>>();
const answer = (output: unknown) => Response.json({ output, changed: [] });
const answers = (output: unknown) => asked.mockImplementation(async () => answer(output));
const refuses = (refusal: unknown) =>
  asked.mockImplementation(async () => Response.json(refusal, { status: 422 }));

const hash = hashKey(keyOf("cases.counts", null));
const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  vi.stubGlobal("fetch", asked);
});

afterEach(() => {
  cache.clear();
  asked.mockReset();
  vi.unstubAllGlobals();
});

test("all who watch the same question share one asking, and each hears the answer", async () => {
  answers({ open: 41 });
  const one = vi.fn();
  const other = vi.fn();
  const stops = [watch("cases.counts", null, one), watch("cases.counts", null, other)];
  expect(answerOf(hash)).toEqual({ data: undefined, error: null, isPending: true });
  await rest();
  expect(asked).toHaveBeenCalledTimes(1);
  expect(one).toHaveBeenCalled();
  expect(other).toHaveBeenCalled();
  expect(answerOf(hash)).toEqual({ data: { open: 41 }, error: null, isPending: false });
  for (const stop of stops) stop();
});

test("an answer is the same object until it says something else", async () => {
  answers({ open: 41 });
  const stop = watch("cases.counts", null, () => {});
  await rest();
  const first = answerOf(hash);
  dropTopics(["cases"]);
  expect(answerOf(hash)).toBe(first);
  await rest();
  expect(asked).toHaveBeenCalledTimes(2);
  expect(answerOf(hash)).toBe(first);
  answers({ open: 42 });
  dropTopics(["cases"]);
  await rest();
  expect(answerOf(hash)).toEqual({ data: { open: 42 }, error: null, isPending: false });
  stop();
});

test("who has stopped hears nothing, and what nobody watches is not asked again", async () => {
  answers({ open: 41 });
  const hear = vi.fn();
  const stop = watch("cases.counts", null, hear);
  await rest();
  stop();
  hear.mockClear();
  dropTopics(["cases"]);
  await rest();
  expect(asked).toHaveBeenCalledTimes(1);
  expect(hear).not.toHaveBeenCalled();
  // Stale by now: the next to watch asks for it.
  const again = watch("cases.counts", null, hear);
  await rest();
  expect(asked).toHaveBeenCalledTimes(2);
  again();
});

test("a refusal is told, can be asked again, and is no answer to whoever comes later", async () => {
  const refusal = { kind: "bug", message: "It broke.", fields: [] };
  refuses(refusal);
  const stop = watch("cases.counts", null, () => {});
  await rest();
  expect(answerOf(hash)).toMatchObject({ data: undefined, isPending: false });
  expect(answerOf(hash).error?.message).toBe("It broke.");
  answers({ open: 41 });
  askAgain("cases.counts", null);
  await rest();
  expect(answerOf(hash).data).toEqual({ open: 41 });
  stop();

  cache.clear();
  refuses(refusal);
  const failed = watch("cases.counts", null, () => {});
  await rest();
  failed();
  expect(answerOf(hash).isPending).toBe(true);
});

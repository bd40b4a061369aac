import { hashKey, notifyManager, QueryObserver } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { cache, keyOf, questionOf } from "./cache";
import type { CommandName, Input, Output } from "./call";
import type { OfficeError } from "./errors";

/** What is known of the answer to a question. `data` stays when asking again fails. */
export type Answer<T> = {
  readonly data: T | undefined;
  readonly error: OfficeError | null;
  /** Not answered yet, either way. */
  readonly isPending: boolean;
};

type Hearer = () => void;
type Watched = { hearers: Set<Hearer>; stop: () => void };

const PENDING: Answer<never> = { data: undefined, error: null, isPending: true };

/** The questions that something on the screen shows the answer of, by the hash of their key. */
const watched = new Map<string, Watched>();
/** The answer as it was given out last: the same object for as long as it says the same. */
const given = new WeakMap<object, Answer<unknown>>();

/**
 * Asks a query and keeps its answer until the office says it changed. A case's page asks who is
 * signed in sixteen times over: all who ask the same share one watch on the answer.
 */
export function useOffice<N extends CommandName>(
  name: N,
  input: Input<N>,
  { enabled = true }: { enabled?: boolean } = {},
): Answer<Output<N>> {
  const hash = hashKey(keyOf(name, input));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash stands for the name and the input, which may be written anew each time.
  const subscribe = useCallback(
    (hear: Hearer) => (enabled ? watch(name, input, hear) : () => {}),
    [hash, enabled],
  );
  const read = () => answerOf(hash) as Answer<Output<N>>;
  return useSyncExternalStore(subscribe, read);
}

/** Asks again, after it went wrong. */
export function askAgain<N extends CommandName>(name: N, input: Input<N>): void {
  void cache.refetchQueries({ queryKey: keyOf(name, input), exact: true });
}

/** Asks unless the answer is here, and hears of each new one until it is told to stop. */
export function watch<N extends CommandName>(name: N, input: Input<N>, hear: Hearer): () => void {
  const hash = hashKey(keyOf(name, input));
  const known = watched.get(hash);
  if (known === undefined) {
    const hearers = new Set([hear]);
    // Before the observer is heard: an answer that fails at once is told while it subscribes.
    const one: Watched = { hearers, stop: () => {} };
    watched.set(hash, one);
    const tell = notifyManager.batchCalls(() => {
      for (const each of [...hearers]) each();
    });
    one.stop = new QueryObserver(cache, questionOf(name, input)).subscribe(tell);
  } else {
    known.hearers.add(hear);
  }
  return () => leave(hash, hear);
}

function leave(hash: string, hear: Hearer): void {
  const one = watched.get(hash);
  if (one === undefined) return;
  one.hearers.delete(hear);
  if (one.hearers.size > 0) return;
  watched.delete(hash);
  one.stop();
}

/** What is known now. Nothing that only says an answer is on its way makes it another object. */
export function answerOf(hash: string): Answer<unknown> {
  const query = cache.getQueryCache().get(hash);
  if (query === undefined) return PENDING;
  const { data: told, error, status } = query.state;
  // What went wrong before is asked again when somebody looks, and is no answer until then.
  if (status === "error" && told === undefined && !watched.has(hash)) return PENDING;
  const isPending = status === "pending";
  const last = given.get(query);
  if (last?.data === told && last?.error === error && last.isPending === isPending) return last;
  const answer = { data: told, error: error as OfficeError | null, isPending };
  given.set(query, answer);
  return answer;
}

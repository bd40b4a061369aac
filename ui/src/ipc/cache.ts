import {
  type InfiniteData,
  keepPreviousData,
  notifyManager,
  QueryClient,
  replaceEqualDeep,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { type CommandName, call, type Input, type Output, onChanged, together } from "./call";
import type { Contract, Page, Reply } from "./contract";
import type { OfficeError } from "./errors";
import { whenPainted } from "./painted";

export type QueryKey = readonly [topic: string, name: string, input: unknown];

/** Commands that answer with a page of rows and take the `after` of the page before. */
export type PagedName = {
  [N in CommandName]: Contract[N]["output"] extends Page<unknown>
    ? Contract[N]["input"] extends { after: string | null }
      ? N
      : never
    : never;
}[CommandName];

type Shown<R> = InfiniteData<Page<R>>;

export type RowOf<N extends PagedName> = Output<N>["rows"][number];

export type Pages<R> = {
  rows: R[];
  total: number;
  capped: boolean;
  isLoading: boolean;
  isLoadingMore: boolean;
  hasMore: boolean;
  loadMore: () => void;
  error: OfficeError | null;
};

// The office is on this machine and says itself what has changed, so nothing goes stale by the
// clock, nothing is asked twice, and the state of a network card is no concern of ours.
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

// An answer is drawn at once, and answers that come together are drawn together. By default each
// would wait for a timer of its own, and be drawn by itself.
notifyManager.setScheduler(queueMicrotask);

onChanged((topics) => dropTopics(topics));

/** The feature a command belongs to: the part of its name before the point. */
export function topicOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}

/** The cache key of one question: its feature first, so that a change to the feature finds it. */
export function keyOf<N extends CommandName>(name: N, input: Input<N>): QueryKey {
  return [topicOf(name), name, input];
}

/** Drops what is cached about these features; what is on screen is asked for again. */
export function dropTopics(topics: readonly string[]): void {
  drop(([topic]) => topics.includes(topic));
}

/** Which answers to drop when what is shown first is painted; null when nothing is. */
let waiting: ((key: QueryKey) => boolean)[] | null = null;
let shownFirstNow = 0;

/** Drops the answers to some questions; what is on screen is asked for again, unless something is shown first. */
export function drop(which: (key: QueryKey) => boolean): void {
  if (waiting !== null) waiting.push(which);
  else void cache.invalidateQueries({ predicate: ({ queryKey }) => which(queryKey as QueryKey) });
}

/**
 * Runs an action whose caller shows by itself what came of it. Whatever else it changed is asked
 * for when that is on the screen: asking at once would keep the page and the office busy meanwhile.
 */
export async function shownFirst<T>(action: () => Promise<T>): Promise<T> {
  waiting ??= [];
  shownFirstNow += 1;
  try {
    return await action();
  } finally {
    whenPainted(() => {
      shownFirstNow -= 1;
      if (shownFirstNow > 0) return;
      const stale = waiting ?? [];
      waiting = null;
      drop((key) => stale.some((which) => which(key)));
    });
  }
}

/** Forgets every answer, as a lock must. */
export function forgetAll(): void {
  cache.clear();
}

/** A question as the cache takes it. */
export function questionOf<N extends CommandName>(name: N, input: Input<N>) {
  return {
    queryKey: keyOf(name, input),
    queryFn: async () => (await call(name, input)).output,
  };
}

/** Asks a query whose input changes while it is looked at: the answer before stays until the next is here. */
export function useOfficeKeeping<N extends CommandName>(
  name: N,
  input: Input<N>,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Output<N>, OfficeError> {
  return useQuery<Output<N>, OfficeError, Output<N>, QueryKey>({
    ...questionOf(name, input),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** What a page will ask, asked before it is shown: all in one message, unless an answer is here already. */
export function askEarly(): Early {
  const { call: ask, send } = together();
  return {
    one: async (name, input) => {
      const queryFn = async () => (await ask(name, input)).output;
      await cache.ensureQueryData({ queryKey: keyOf(name, input), queryFn });
    },
    pages: async (name, input) => {
      await cache.ensureInfiniteQueryData(pagesOf(name, input, ask));
    },
    ask,
    send,
  };
}

type Early = {
  one: <N extends CommandName>(name: N, input: Input<N>) => Promise<void>;
  /** A list: its first page. */
  pages: <N extends PagedName>(name: N, input: Input<N>) => Promise<void>;
  /** Anything else, for whoever keeps the answer. */
  ask: typeof call;
  send: () => void;
};

/**
 * Shows a row that an action has just answered, before its list is asked for again. A row that
 * does not come before the first one waits for the list, which knows its place.
 */
export function putFirst<N extends PagedName>(
  name: N,
  input: Input<N>,
  row: RowOf<N>,
  comesBefore: (first: RowOf<N>) => boolean,
): void {
  cache.setQueryData<InfiniteData<Page<RowOf<N>>>>(keyOf(name, input), (was) => {
    const [first, ...rest] = was?.pages ?? [];
    if (was === undefined || first === undefined) return was;
    if (first.rows[0] !== undefined && !comesBefore(first.rows[0])) return was;
    const grown = { ...first, rows: [row, ...first.rows], total: first.total + 1 };
    return { ...was, pages: [grown, ...rest] };
  });
}

/** Runs an action; resolves to the whole reply, whose `entry` is what Undo takes. */
export function useAction<N extends CommandName>(
  name: N,
): UseMutationResult<Reply<Output<N>>, OfficeError, Input<N>> {
  return useMutation<Reply<Output<N>>, OfficeError, Input<N>>({
    mutationFn: (input) => call(name, input),
  });
}

/** Runs an action at once, for whoever shows by other means that it is under way. */
export function act<N extends CommandName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  const mutationFn = (given: Input<N>) => call(name, given);
  return cache.getMutationCache().build(cache, { mutationFn }).execute(input);
}

/** Asks a list page by page; `input.after` is where to start and is normally null. */
export function useOfficePages<N extends PagedName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean } = {},
): Pages<RowOf<N>> {
  const query = useInfiniteQuery({
    ...pagesOf(name, input),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.rows),
    total: pages[0]?.total ?? 0,
    capped: pages[0]?.capped ?? false,
    isLoading: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    error: query.error as OfficeError | null,
  };
}

function pagesOf<N extends PagedName>(name: N, input: Input<N>, ask: typeof call = call) {
  return {
    queryKey: keyOf(name, input),
    queryFn: async ({ pageParam }: { pageParam: string | null }) => {
      const asked = pageParam === null ? input : { ...input, after: pageParam };
      return (await ask(name, asked as Input<N>)).output as Page<RowOf<N>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<RowOf<N>>) => last.next,
    structuralSharing: (was: unknown, is: unknown) =>
      withSameRows(was as Shown<RowOf<N>> | undefined, is as Shown<RowOf<N>>),
  };
}

/**
 * Keeps each row that did not change the same object, so that it is not drawn anew. Rows are told by
 * their id: one that comes first moves all the others on by a place.
 */
export function withSameRows<R>(was: Shown<R> | undefined, is: Shown<R>): Shown<R> {
  const known = new Map(
    was?.pages.flatMap(({ rows }) => rows.map((row) => [idOf(row), row] as const)),
  );
  const kept = (row: R): R => {
    const id = idOf(row);
    return id === null ? row : replaceEqualDeep(known.get(id), row);
  };
  const pages = is.pages.map((page) => ({ ...page, rows: page.rows.map(kept) }));
  const isSame =
    was?.pages.length === pages.length &&
    was.pages.every((page, at) => isSamePage(page, pages[at]));
  return isSame ? was : { ...is, pages };
}

function isSamePage<R>(one: Page<R>, other: Page<R> | undefined): boolean {
  const { rows, ...rest } = one;
  if (other === undefined || rows.length !== other.rows.length) return false;
  const { rows: others, ...otherRest } = other;
  return rows.every((row, at) => row === others[at]) && replaceEqualDeep(rest, otherRest) === rest;
}

function idOf(row: unknown): unknown {
  return typeof row === "object" && row !== null && "id" in row ? row.id : null;
}

import { invoke } from "@tauri-apps/api/core";
import type { Contract, Reply } from "./contract";
import { noAnswer, type OfficeError, toOfficeError } from "./errors";

export type CommandName = keyof Contract;
export type Input<N extends CommandName> = Contract[N]["input"];
export type Output<N extends CommandName> = Contract[N]["output"];

/** Files dragged over the window. The paths stay with the office; the page only learns that it happened. */
export type Drag = "over" | "left" | "dropped";
export type Host = "window" | "page";

/** `window` is the real desktop window; `page` is the same screens served on loopback for tests. */
export const host: Host = "__TAURI_INTERNALS__" in globalThis ? "window" : "page";

const hearers = new Set<(topics: readonly string[]) => void>();
const lockHearers = new Set<() => void>();
const dragHearers = new Set<(drag: Drag) => void>();

/** The one way to ask the office for anything. */
export async function call<N extends CommandName>(
  name: N,
  input: Input<N>,
): Promise<Reply<Output<N>>> {
  try {
    return heard(await send<Reply<Output<N>>>(name, input));
  } catch (thrown) {
    throw refused(thrown);
  }
}

/** Several calls that go to the office in one message once they are sent. Later ones go by themselves. */
export type Together = { call: typeof call; send: () => void };

type Told = { reply: Reply<never> } | { refusal: unknown };

type Waiting = {
  name: string;
  input: unknown;
  resolve: (reply: Reply<never>) => void;
  reject: (error: OfficeError) => void;
};

/** Each message to the office takes the page a millisecond or two, whatever it asks. */
export function together(): Together {
  const waiting: Waiting[] = [];
  let isSent = false;
  return {
    call: (name, input) =>
      isSent
        ? call(name, input)
        : new Promise((resolve, reject) => {
            waiting.push({ name, input, resolve, reject });
          }),
    send: () => {
      isSent = true;
      if (waiting.length > 0) void sendAll(waiting);
    },
  };
}

async function sendAll(waiting: readonly Waiting[]): Promise<void> {
  const asked = waiting.map(({ name, input }) => ({ name, input }));
  let told: readonly Told[];
  try {
    told = await send<Told[]>("together", asked);
  } catch (thrown) {
    const error = refused(thrown);
    for (const { reject } of waiting) reject(error);
    return;
  }
  waiting.forEach(({ resolve, reject }, nth) => {
    const one = told[nth] ?? { refusal: null };
    if ("reply" in one) resolve(heard(one.reply));
    else reject(refused(one.refusal));
  });
}

function heard<R extends Reply<unknown>>(reply: R): R {
  if (reply.changed.length > 0) tell(reply.changed);
  return reply;
}

function refused(thrown: unknown): OfficeError {
  const error = toOfficeError(thrown);
  if (error.kind === "locked") for (const hear of lockHearers) hear();
  return error;
}

/** Hears the features whose cached answers are stale: from replies, and from the office on its own. */
export function onChanged(hear: (topics: readonly string[]) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Hears that a call was refused because the office is locked. */
export function onLocked(hear: () => void): () => void {
  lockHearers.add(hear);
  return () => lockHearers.delete(hear);
}

/** Hears files dragged over and dropped on the window; a page has no such drags and stays silent. */
export function onDragged(hear: (drag: Drag) => void): () => void {
  dragHearers.add(hear);
  return () => dragHearers.delete(hear);
}

/** What the shell tells on its own. */
type News = { changed: readonly string[] } | { drag: Drag };

/** After a question for news that failed. */
const REST_MS = 1000;

/** Keeps asking the shell for news; it answers when there is some. Ends when the window is locked. */
export async function followNews(): Promise<void> {
  while (host === "window") {
    try {
      const news = await send<News[]>("shell.news", null);
      // By itself, so that one who fails to hear a piece does not end the news.
      for (const piece of news) queueMicrotask(() => pass(piece));
    } catch (thrown) {
      if (toOfficeError(thrown).kind === "locked") return;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }
}

function pass(piece: News): void {
  if ("changed" in piece) tell(piece.changed);
  else for (const hear of dragHearers) hear(piece.drag);
}

function send<T>(name: string, input: unknown): Promise<T> {
  return host === "window" ? invoke<T>("call", { name, input }) : post<T>(name, input);
}

async function post<T>(name: string, input: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
  } catch {
    throw noAnswer();
  }
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer as T;
}

function tell(topics: readonly string[]): void {
  for (const hear of hearers) hear(topics);
}

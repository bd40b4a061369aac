import { call } from "../../ipc/call";

/** The draft key under which the address of the present page is kept across a lock. */
const PLACE = "place";
const REST_MS = 400;

let waiting: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where the person was when the office was locked; null the first time. */
export async function readPlace(): Promise<string | null> {
  try {
    const { output } = await call("drafts.get", { key: PLACE });
    return placeIn(output?.body);
  } catch {
    return null; // Coming back to My day is a small loss; the office itself is open.
  }
}

/** Remembers this address a moment after it settles. */
export function keepPlace(href: string): void {
  waiting = href;
  clearTimeout(timer);
  timer = setTimeout(() => void flushPlace(), REST_MS);
}

/** Writes the address now; a lock waits for this. */
export async function flushPlace(): Promise<void> {
  clearTimeout(timer);
  const href = waiting;
  waiting = null;
  if (href === null) return;
  try {
    await call("drafts.save", { key: PLACE, title: "", body: { href } });
  } catch {
    waiting ??= href; // The next page turn tries again.
  }
}

/** Only an address inside the window is gone back to. */
export function placeIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("href" in body)) return null;
  const { href } = body;
  return typeof href === "string" && /^\/(?!\/)/.test(href) ? href : null;
}

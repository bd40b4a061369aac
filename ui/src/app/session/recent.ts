import { useEffect } from "react";
import { useOffice } from "../../ipc/answers";
import { dropTopics } from "../../ipc/cache";
import { call } from "../../ipc/call";
import type { Id } from "../../ipc/contract";

/** A case the person had open lately, as the rail names it. */
export type RecentCase = { id: Id; label: string };

const RECENT = "recent";
const MOST = 5;
/** The case is drawn first; that it was opened can be written down when it stands. */
const REST_MS = 400;

/** The cases opened last, the latest first. */
export function useRecentCases(): RecentCase[] {
  const draft = useOffice("drafts.get", { key: RECENT }).data;
  return recentIn(draft?.body);
}

/** Puts this case at the top of the list once its name is known. */
export function useRemembered(one: RecentCase | null): void {
  const id = one?.id ?? null;
  const label = one?.label ?? null;
  useEffect(() => {
    if (id === null || label === null) return;
    const timer = setTimeout(() => void remember({ id, label }), REST_MS);
    return () => clearTimeout(timer);
  }, [id, label]);
}

export function withRecent(known: readonly RecentCase[], one: RecentCase): RecentCase[] {
  return [one, ...known.filter(({ id }) => id !== one.id)].slice(0, MOST);
}

/** What is kept was written by an earlier version, perhaps; anything odd in it is left out. */
export function recentIn(body: unknown): RecentCase[] {
  if (typeof body !== "object" || body === null || !("cases" in body)) return [];
  const { cases } = body;
  return Array.isArray(cases) ? cases.filter(isRecent).slice(0, MOST) : [];
}

async function remember(one: RecentCase): Promise<void> {
  try {
    const { output } = await call("drafts.get", { key: RECENT });
    const known = recentIn(output?.body);
    if (known[0]?.id === one.id && known[0].label === one.label) return;
    await call("drafts.save", { key: RECENT, title: "", body: { cases: withRecent(known, one) } });
    dropTopics(["drafts"]);
  } catch {
    // The list is a convenience; the case itself is open on the screen.
  }
}

function isRecent(one: unknown): one is RecentCase {
  if (typeof one !== "object" || one === null) return false;
  const { id, label } = one as Record<string, unknown>;
  return typeof id === "string" && typeof label === "string";
}

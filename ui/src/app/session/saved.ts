import { useSyncExternalStore } from "react";
import { cache } from "../../ipc/cache";
import type { Instant } from "../../ipc/contract";

let savedAt: Instant | null = null;
const hearers = new Set<() => void>();

// Every action leaves a journal entry, so a reply that names one is a thing that was saved.
cache.getMutationCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "success") return;
  if (!hasEntry(event.action.data)) return;
  savedAt = new Date().toISOString();
  for (const hear of hearers) hear();
});

/** When the office last wrote something this sitting. */
export function useLastSaved(): Instant | null {
  return useSyncExternalStore(subscribe, () => savedAt);
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function hasEntry(reply: unknown): boolean {
  return typeof reply === "object" && reply !== null && "entry" in reply && reply.entry !== null;
}

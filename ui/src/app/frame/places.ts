import { useOffice } from "../../ipc/answers";
import type { CaseCounts } from "../../ipc/contract";
import { frameWords } from "../../words/frame";
import { count } from "../../words/shown/format";

export type Place = { href: string; label: string; amount: string | null };

/** Where one can go, with how much waits there. Only places that exist. */
export function usePlaces(): Place[] {
  const counts = useOffice("cases.counts", null).data ?? null;
  const drafts = useOffice("drafts.list", null).data ?? [];
  const { places } = frameWords;
  const waiting = drafts.filter(({ key }) => key.startsWith("/")).length;
  return [
    { href: "/day", label: places.day, amount: amountOf(counts, "myDay") },
    { href: "/cases", label: places.cases, amount: amountOf(counts, "open") },
    { href: "/people", label: places.people, amount: null },
    { href: "/education", label: places.education, amount: null },
    { href: "/drafts", label: places.drafts, amount: waiting > 0 ? count(waiting) : null },
    { href: "/settings", label: places.settings, amount: null },
  ];
}

function amountOf(counts: CaseCounts | null, which: "myDay" | "open"): string | null {
  return counts === null || counts[which] === 0 ? null : count(counts[which]);
}

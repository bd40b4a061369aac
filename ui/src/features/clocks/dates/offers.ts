import type { Day, EventOffer, EventRecord, Moment } from "../../../ipc/contract";

export type OfferGroup = { pack: string; offers: EventOffer[] };

/** The dates that have every typed word in their name, their question or their time limits. */
export function offersLike(offers: readonly EventOffer[], text: string): OfferGroup[] {
  const typed = folded(text).split(/\s+/).filter(Boolean);
  const groups = new Map<string, EventOffer[]>();
  for (const offer of offers) {
    const said = folded([offer.name, offer.question, ...offer.rules].join(" "));
    if (!typed.every((word) => said.includes(word))) continue;
    groups.set(offer.pack, [...(groups.get(offer.pack) ?? []), offer]);
  }
  return [...groups].map(([pack, found]) => ({ pack, offers: found }));
}

/** What was recorded, as it would be offered: to be corrected it is asked for the same way. */
export function timeFor(known: EventRecord["known"], at: Moment | null): Moment | null {
  if (at === null) return null;
  // A day that turns out to be known to the minute still has its minute to be said.
  if (known === "day") return at.slice(0, 10);
  return at.includes("T") ? at : null;
}

/** Whether it is asked what shows a date: a receipt later than is presumed counts only with it. */
export function asksWhatShows(presumedOn: Day | null, shownBy: string): boolean {
  return presumedOn !== null || shownBy !== "";
}

/** How a receipt later than is presumed stands: nothing shows it yet, or something does. */
export function receiptStands({
  presumedOn,
  shownBy,
}: Pick<EventRecord, "presumedOn" | "shownBy">): "waits" | "counts" | null {
  if (shownBy !== null) return "counts";
  return presumedOn === null ? null : "waits";
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

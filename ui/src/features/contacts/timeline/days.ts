import type { ReactNode } from "react";
import type { ContactView, Day, Moment } from "../../../ipc/contract";
import { dayOf } from "../../../words/shown/format";

/** Something another feature knows of that day: it stands between the contacts by its time. */
export type TimelineEntry = { id: string; at: Moment; node: ReactNode };

export type TimelineLine = { id: string; at: Moment; contact: ContactView } | TimelineEntry;

export type ContactDay = { day: Day; rows: TimelineLine[] };

/**
 * Contacts and what other features add, newest first. Contacts keep the order they came in. While
 * there are earlier contacts to load, what is older than those on screen waits for them.
 */
export function merged(
  contacts: readonly ContactView[],
  others: readonly TimelineEntry[],
  hasMore: boolean,
): TimelineLine[] {
  const waiting = [...others].sort((a, b) => (a.at < b.at ? 1 : -1));
  const lines: TimelineLine[] = [];
  for (const contact of contacts) {
    const { at } = contact.current;
    while (waiting[0] !== undefined && waiting[0].at >= at) lines.push(...waiting.splice(0, 1));
    lines.push({ id: contact.id, at, contact });
  }
  return hasMore ? lines : [...lines, ...waiting];
}

/** Lines that stand beside each other and fall on one day, under that day, in the order they came. */
export function byDay(lines: readonly TimelineLine[]): ContactDay[] {
  const days: ContactDay[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(line);
    else days.push({ day, rows: [line] });
  }
  return days;
}

import type { ContactView, Day } from "../../../ipc/contract";
import { dayOf } from "../../../words/shown/format";

export type ContactDay = { day: Day; rows: ContactView[] };

/** Rows that stand beside each other and fall on one day, under that day, in the order they came. */
export function byDay(rows: readonly ContactView[]): ContactDay[] {
  const days: ContactDay[] = [];
  for (const row of rows) {
    const day = dayOf(row.current.at);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

import type { Day, HistoryLine } from "../../ipc/contract";
import { dayInZone } from "../../words/shown/format";

export type HistoryDay = { day: Day; lines: HistoryLine[] };

/** The lines under the office's own days, in the order they came. */
export function byDay(lines: readonly HistoryLine[], zone: string): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const line of lines) {
    const day = dayInZone(line.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

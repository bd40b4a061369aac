import type { StripDay } from "../../../design/records/DayStrip";
import type { DayCell } from "../../../ipc/contract";
import type { Format } from "../../../words/shown/format";

type Days = Pick<Format, "weekdayShort" | "dayNumber" | "month">;

/** The cells of a strip; a month is named where it is not that of the day before. */
export function stripDays(cells: readonly DayCell[], format: Days): StripDay[] {
  let month = "";
  return cells.map((cell, place) => {
    const own = cell.role === "gap" ? month : cell.on.slice(0, 7);
    const isNew = own !== month;
    month = own;
    return {
      // Two gaps may stand for the same day.
      id: `${cell.on} ${place}`,
      weekday: format.weekdayShort(cell.on),
      number: format.dayNumber(cell.on),
      month: isNew ? format.month(cell.on) : null,
      label: cell.label,
      note: cell.note,
      role: cell.role,
    };
  });
}

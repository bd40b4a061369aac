import {
  type CalendarDate,
  type CalendarDateTime,
  parseDate,
  parseDateTime,
  parseTime,
  type Time,
} from "@internationalized/date";

/** "2026-03-12" as a date field holds it; text that is no date counts as absent. */
export function dateOf(day: string | null | undefined): CalendarDate | null {
  return parsed(day, parseDate);
}

/** "2026-03-12T10:40" as a date-time field holds it. */
export function dateTimeOf(moment: string | null | undefined): CalendarDateTime | null {
  return parsed(moment, parseDateTime);
}

/** "10:40" as a time field holds it. */
export function clockOf(time: string | null | undefined): Time | null {
  return parsed(time, parseTime);
}

/** The wire form of a date. */
export function dayFrom(value: { toString(): string } | null): string | null {
  return value === null ? null : value.toString().slice(0, 10);
}

/** The wire form of a date-time: no seconds. */
export function momentFrom(value: { toString(): string } | null): string | null {
  return value === null ? null : value.toString().slice(0, 16);
}

/** The wire form of a time of day. */
export function timeFrom(value: { toString(): string } | null): string | null {
  return value === null ? null : value.toString().slice(0, 5);
}

function parsed<T>(text: string | null | undefined, parse: (text: string) => T): T | null {
  if (!text) return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

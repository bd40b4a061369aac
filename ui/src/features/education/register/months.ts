import type { Day } from "../../../ipc/contract";

/** From a first to a last day. */
export type Span = { from: Day; to: Day };

export type RegisterSearch = { from?: Day; to?: Day };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address that may have been typed by hand; half a span is none. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const { from, to } = raw;
  return isDay(from) && isDay(to) && from <= to ? { from, to } : {};
}

/** The span the address names; the month of today when it names none. */
export function spanOf({ from, to }: RegisterSearch, today: Day): Span {
  return from && to ? { from, to } : monthOf(today);
}

export function monthOf(day: Day): Span {
  const [year, month] = partsOf(day);
  return { from: dayIn(year, month, 1), to: dayIn(year, month + 1, 0) };
}

/** The month so many months after the one a span begins in. */
export function monthAfter({ from }: Span, months: number): Span {
  const [year, month] = partsOf(from);
  return monthOf(dayIn(year, month + months, 1));
}

/** "March 2026" for a whole month; null for any other span. */
export function monthName(span: Span): string | null {
  const whole = monthOf(span.from);
  if (whole.from !== span.from || whole.to !== span.to) return null;
  const [year, month] = partsOf(span.from);
  return new Intl.DateTimeFormat("en-US", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(year, month - 1, 1)));
}

function isDay(value: unknown): value is Day {
  return typeof value === "string" && DAY.test(value) && dayIn(...partsOf(value)) === value;
}

function partsOf(day: Day): [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

function dayIn(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

import {
  type CalendarDate,
  GregorianCalendar,
  parseAbsolute,
  parseDate,
  parseDateTime,
  parseTime,
  type Time,
  toCalendarDate,
  toCalendarDateTime,
} from "@internationalized/date";
import type { Day, Instant, Moment, Preferences } from "../../ipc/contract";

/** How this person reads dates and times, with "as the system does" already settled. */
export type Manner = { dates: "us" | "uk" | "iso"; clock24: boolean };

export type Format = {
  day: (day: Day) => string;
  dayWithYear: (day: Day) => string;
  date: (day: Day) => string;
  dated: (day: Day, today: Day) => string;
  weekday: (day: Day) => string;
  weekdayShort: (day: Day) => string;
  dayNumber: (day: Day) => string;
  /** "Mar", and "Mar 2027" in another year than this one. */
  month: (day: Day) => string;
  time: (moment: Moment) => string;
  moment: (moment: Moment) => string;
  instant: (instant: Instant, zone: string) => string;
  instantTime: (instant: Instant, zone: string) => string;
  relative: (day: Day, today: Day) => string;
};

const GREGORIAN = new GregorianCalendar();
/** Made when a number first needs a comma: what WebKit knows of languages is large. */
let numbers: Intl.NumberFormat | undefined;

const MONTHS = [
  ["Jan", "January"],
  ["Feb", "February"],
  ["Mar", "March"],
  ["Apr", "April"],
  ["May", "May"],
  ["Jun", "June"],
  ["Jul", "July"],
  ["Aug", "August"],
  ["Sep", "September"],
  ["Oct", "October"],
  ["Nov", "November"],
  ["Dec", "December"],
] as const;

const WEEKDAYS = [
  ["Sun", "Sunday"],
  ["Mon", "Monday"],
  ["Tue", "Tuesday"],
  ["Wed", "Wednesday"],
  ["Thu", "Thursday"],
  ["Fri", "Friday"],
  ["Sat", "Saturday"],
] as const;

/** Settles the preferences; the system's region decides only what the person left to the system. */
export function mannerOf(
  preferences: Pick<Preferences, "dates" | "clock24">,
  systemLocale: string,
): Manner {
  const { dates, clock24 } = preferences;
  return { dates: dates === "system" ? datesOf(systemLocale) : dates, clock24 };
}

/** The locale that makes date fields ask for day, month and year in the same order as they read. */
export function localeOf({ dates }: Manner): string {
  return { us: "en-US", uk: "en-GB", iso: "en-CA" }[dates];
}

/**
 * Every date and time a person reads is made here, from civil dates and never through UTC.
 * A date of another year than today's carries its year: cases are read for a long time.
 */
export function formatIn(manner: Manner, today: Day | null = null): Format {
  const time = (of: Time): string => timeWords(of, manner);
  const year = today === null ? null : parseDate(today).year;
  const isThisYear = (of: CalendarDate) => year === null || of.year === year;
  const day = (of: CalendarDate): string =>
    isThisYear(of) ? shortDay(of, manner) : shortDayWithYear(of, manner);
  const zoned = (instant: Instant, zone: string) =>
    toCalendarDateTime(parseAbsolute(instant, zone));
  return {
    day: (of) => day(parseDate(of)),
    dayWithYear: (of) => shortDayWithYear(parseDate(of), manner),
    date: (of) => longDate(parseDate(of), manner),
    dated: (of, today) => {
      const date = parseDate(of);
      const sameYear = date.year === parseDate(today).year;
      return sameYear ? shortDay(date, manner) : shortDayWithYear(date, manner);
    },
    weekday: (of) => {
      const date = parseDate(of);
      const words = weekdayDate(date, manner);
      return isThisYear(date) ? words : withYear(words, date, manner);
    },
    weekdayShort: (of) => weekdayName(parseDate(of), 0),
    dayNumber: (of) => String(parseDate(of).day),
    month: (of) => {
      const date = parseDate(of);
      const name = monthName(date, 0);
      return isThisYear(date) ? name : `${name} ${date.year}`;
    },
    time: (of) => time(parseTime(timeOf(of))),
    moment: (of) => {
      const at = parseDateTime(of);
      return `${day(toCalendarDate(at))}, ${time(parseTime(timeOf(of)))}`;
    },
    instant: (of, zone) => {
      const at = zoned(of, zone);
      return `${day(toCalendarDate(at))}, ${time(parseTime(timeOf(at.toString())))}`;
    },
    instantTime: (of, zone) => time(parseTime(timeOf(zoned(of, zone).toString()))),
    relative: relativeWords,
  };
}

/** The civil date of a civil date-time. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10);
}

/** The hour and minute of a civil date-time, or of a bare "HH:mm". */
export function timeOf(moment: Moment): string {
  const clock = moment.includes("T") ? moment.slice(11) : moment;
  return clock.slice(0, 5);
}

/** The civil date an instant falls on in the office's time zone. */
export function dayInZone(instant: Instant, zone: string): Day {
  return toCalendarDate(parseAbsolute(instant, zone)).toString();
}

/** The civil date some days later, or earlier when the number is negative. */
export function addDays(day: Day, days: number): Day {
  return parseDate(day).add({ days }).toString();
}

/** How many days it is from the first date to the second. */
export function daysBetween(from: Day, to: Day): number {
  return GREGORIAN.toJulianDay(parseDate(to)) - GREGORIAN.toJulianDay(parseDate(from));
}

/** "2 days". */
export function daysInWords(days: number): string {
  return counted(days, "day", "days");
}

/** "1 hour 15 minutes". */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(counted(hours, "hour", "hours"));
  if (rest > 0 || hours === 0) parts.push(counted(rest, "minute", "minutes"));
  return parts.join(" ");
}

/** "1,000+" when the office stopped counting there. */
export function count(n: number, isCapped = false): string {
  return `${inDigits(n)}${isCapped ? "+" : ""}`;
}

function inDigits(n: number): string {
  if (Number.isInteger(n) && Math.abs(n) < 1000) return String(n);
  numbers ??= new Intl.NumberFormat("en-US");
  return numbers.format(n);
}

/** "1 case", "41 cases". */
export function counted(n: number, one: string, other: string): string {
  return `${count(n)} ${Math.abs(n) === 1 ? one : other}`;
}

/** "1.2 MB". */
export function bytesInWords(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB"] as const;
  const power = Math.min(bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  if (power === 0) return counted(bytes, "byte", "bytes");
  const amount = bytes / 1000 ** power;
  return `${amount.toFixed(amount < 10 ? 1 : 0)} ${units[power]}`;
}

/** "a, b, and c". */
export function listInWords(parts: readonly string[]): string {
  return new Intl.ListFormat("en-US", { type: "conjunction" }).format(parts);
}

function datesOf(systemLocale: string): Manner["dates"] {
  try {
    const locale = new Intl.Locale(systemLocale);
    return (locale.region ?? locale.maximize().region) === "US" ? "us" : "uk";
  } catch {
    return "us";
  }
}

function shortDay(date: CalendarDate, { dates }: Manner): string {
  const weekday = weekdayName(date, 0);
  if (dates === "iso") return `${weekday} ${date}`;
  const month = monthName(date, 0);
  return dates === "us" ? `${weekday}, ${month} ${date.day}` : `${weekday} ${date.day} ${month}`;
}

function shortDayWithYear(date: CalendarDate, manner: Manner): string {
  return withYear(shortDay(date, manner), date, manner);
}

function withYear(words: string, { year }: CalendarDate, { dates }: Manner): string {
  if (dates === "iso") return words;
  return dates === "us" ? `${words}, ${year}` : `${words} ${year}`;
}

function longDate(date: CalendarDate, { dates }: Manner): string {
  if (dates === "iso") return date.toString();
  const month = monthName(date, 1);
  return dates === "us"
    ? `${month} ${date.day}, ${date.year}`
    : `${date.day} ${month} ${date.year}`;
}

function weekdayDate(date: CalendarDate, { dates }: Manner): string {
  const weekday = weekdayName(date, 1);
  if (dates === "iso") return `${weekday} ${date}`;
  const month = monthName(date, 1);
  return dates === "us" ? `${weekday}, ${month} ${date.day}` : `${weekday} ${date.day} ${month}`;
}

function timeWords({ hour, minute }: Time, { dates, clock24 }: Manner): string {
  const minutes = String(minute).padStart(2, "0");
  if (clock24) return `${String(hour).padStart(2, "0")}:${minutes}`;
  const half = hour < 12 ? "AM" : "PM";
  // A line must never break between the hour and its half of the day.
  return `${hour % 12 || 12}:${minutes}\u00a0${dates === "uk" ? half.toLowerCase() : half}`;
}

function relativeWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${daysInWords(days)}` : `${daysInWords(-days)} ago`;
}

function monthName(date: CalendarDate, length: 0 | 1): string {
  return MONTHS[date.month - 1]?.[length] ?? "";
}

function weekdayName(date: CalendarDate, length: 0 | 1): string {
  // A Julian day of a multiple of seven is a Monday.
  return WEEKDAYS[(GREGORIAN.toJulianDay(date) + 1) % 7]?.[length] ?? "";
}

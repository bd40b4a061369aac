import type {
  CalendarView,
  Day,
  LengthView,
  NumberView,
  RuleCheck,
  RulesView,
  SettledInput,
} from "../../../ipc/contract";
import { rulesWords } from "../../../words/rules/rules";

/** What a number can be counted in; months are whole ones, so there is one kind of them. */
export type CountedIn = "calendar" | "business" | "month";

const words = rulesWords.numbers;

export function countedIn({ unit, business }: LengthView): CountedIn {
  if (unit === "month") return "month";
  return business ? "business" : "calendar";
}

/** A length as records have it: "10 business day". */
export function lengthCode(many: number, kind: CountedIn): string {
  return kind === "month" ? `${many} month` : `${many} ${kind} day`;
}

/** A length as a person reads it, with what a business day is called there. */
export function lengthWords(length: LengthView, businessDay: string): string {
  const kind = countedIn(length);
  const day = { calendar: words.calendarDay, business: businessDay, month: words.month }[kind];
  return words.length(length.count, day);
}

/** What a number may be counted in: months only where it came in months. */
export function kindsFor({ length, shipped }: Pick<NumberView, "length" | "shipped">): CountedIn[] {
  const hasMonths = [length, shipped].some(({ unit }) => unit === "month");
  return hasMonths ? ["calendar", "business", "month"] : ["calendar", "business"];
}

/** What a business day is called where this office works. */
export function businessDayIn({ numbers }: Pick<RulesView, "numbers">): string {
  return numbers[0]?.businessDay ?? rulesWords.counting.businessDay;
}

export function isAsShipped({ length, shipped }: Pick<NumberView, "length" | "shipped">): boolean {
  return length.code === shipped.code;
}

/** Whether there is no number at all: the rule has none, and nobody here gave one. */
export function isMissing({ noDefault, confirmed }: NumberView): boolean {
  return noDefault && confirmed === null;
}

export function numberChoice(rule: string, value: string, policy: string | null): SettledInput {
  return { key: `number:${rule}`, value, policy: policy?.trim() || null, confirmed: true };
}

/** The number that came with the program, which nobody here has confirmed. */
export function shippedChoice(rule: string): SettledInput {
  return { key: `number:${rule}`, value: null, policy: null, confirmed: false };
}

export function hoursChoice(closes: string | null): SettledInput {
  return { key: "after_hours", value: closes, policy: null, confirmed: true };
}

export function marginChoice(days: number): SettledInput {
  return { key: "margin", value: String(days), policy: null, confirmed: true };
}

export function calendarChoice({ id }: Pick<CalendarView, "id">, confirmed: boolean): SettledInput {
  return { key: `calendar:${id}`, value: confirmed ? "on" : null, policy: null, confirmed };
}

/** A rule as it was read and compared with its source; without a note, by nothing else. */
export function checkChoice({ key, terms }: RuleCheck, note: string): SettledInput {
  return { key, value: terms, policy: note.trim() || null, confirmed: true };
}

/** A rule that nobody has checked any more. */
export function uncheckChoice({ key }: RuleCheck): SettledInput {
  return { key, value: null, policy: null, confirmed: false };
}

/** A day the office is closed; without a name it is open again. */
export function closedChoice(on: Day, name: string | null): SettledInput {
  return { key: `closed:${on}`, value: name, policy: null, confirmed: false };
}

export function switchChoice(what: "pack" | "rule", id: string, isOn: boolean): SettledInput {
  return { key: `${what}:${id}`, value: isOn ? "on" : null, policy: null, confirmed: false };
}

/** The rules with what the advisor goes by among what has to be checked. */
export function withAdvice(view: RulesView, advice: readonly RuleCheck[]): RulesView {
  return { ...view, checks: [...view.checks, ...advice] };
}

/** How many things on the page carry the badge. */
export function unverifiedIn(view: RulesView): number {
  const numbers = view.numbers.filter(({ unverified }) => unverified).length;
  const calendars = view.calendars.filter(({ unverified }) => unverified).length;
  const checks = view.checks.filter(({ confirmed }) => confirmed === null).length;
  return numbers + checks + calendars + (view.afterHours ? 0 : 1) + (view.margin ? 0 : 1);
}

/** Numbers by the rules they belong to, in the order they came. */
export function byPack(numbers: readonly NumberView[]): { pack: string; numbers: NumberView[] }[] {
  const packs = [...new Set(numbers.map(({ pack }) => pack))];
  return packs.map((pack) => ({ pack, numbers: numbers.filter((one) => one.pack === pack) }));
}

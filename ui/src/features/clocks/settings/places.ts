export const PLACE = "/settings/rules";
const AT = "at-";

/** The address of the page of the rules, at the row where something is confirmed. */
export function confirmHref(at: string | null): string {
  return at === null ? PLACE : `${PLACE}#${AT}${at}`;
}

/** The row that an address leads to, from what stands after "#" in it. */
export function pointedAt(section: string | null): string | null {
  return section?.startsWith(AT) ? section.slice(AT.length) : null;
}

export const placeOfRule = (rule: string) => `rule-${rule}`;
export const placeOfCalendar = (id: string) => `calendar-${id}`;

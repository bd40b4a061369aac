import type { Profile } from "../../../ipc/contract";

/** Zones that only one kind of office is likely to be in. */
const HOMES: Record<string, Profile> = {
  "Europe/London": "uk-england",
  "Europe/Belfast": "northern-ireland",
  "Europe/Dublin": "ireland",
  "Australia/Sydney": "new-south-wales",
  "Australia/Broken_Hill": "new-south-wales",
  "America/Toronto": "ontario",
};

/** What a computer's time zone says about the office on it: a first guess, to be corrected. */
export function profileIn(zone: string): Profile {
  return HOMES[zone] ?? "us-hospital";
}

/** Every time zone this machine knows, as a person reads it: "America/New York". */
export function zones(): { id: string; label: string }[] {
  return Intl.supportedValuesOf("timeZone").map((id) => ({ id, label: zoneName(id) }));
}

export function zoneName(id: string): string {
  return id.replaceAll("_", " ");
}

/** Zones by any part of their name, the ones that begin with it first. */
export function zonesLike(text: string): { id: string; label: string }[] {
  const wanted = text.trim().toLowerCase();
  const rank = (label: string) => {
    const city = label.toLowerCase().split("/").at(-1) ?? "";
    return city.startsWith(wanted) ? 0 : 1;
  };
  return zones()
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .sort((one, other) => rank(one.label) - rank(other.label));
}

export function isZone(id: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: id });
    return id !== "";
  } catch {
    return false;
  }
}

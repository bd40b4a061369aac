import type { Shortcut } from "../../design/keys";

/** A page by its words. */
export type Page = { href: string; label: string };

export type Entry = {
  id: string;
  label: string;
  detail?: string | undefined;
  keys?: string | undefined;
};

/** The commands whose words contain every word typed, without accents or capitals. */
export function matching(commands: readonly Shortcut[], text: string): Entry[] {
  const seen = new Set<string>();
  return commands
    .filter(({ id, label }) => {
      if (seen.has(id) || id === "palette") return false;
      seen.add(id);
      return hasWords(label, text);
    })
    .map(({ id, label, keys }) => ({ id: `do:${id}`, label, keys }));
}

/** Whether a line has every word typed, without accents or capitals. */
export function hasWords(line: string, text: string): boolean {
  const folded = fold(line);
  const words = fold(text).split(/\s+/).filter(Boolean);
  return words.every((word) => folded.includes(word));
}

/** The pages that have no key of their own, found by their words all the same. */
export function matchingPages(pages: readonly Page[], text: string): Entry[] {
  const commands = pages.map(({ href, label }) => ({ id: href, label, keys: "", run: () => {} }));
  return matching(commands, text).map(({ id, label }) => ({
    id: id.replace(/^do:/, "go:"),
    label,
  }));
}

/** Where an entry of the palette leads; null for a command. */
export function addressOf(id: string): string | null {
  const [kind, ...rest] = id.split(":");
  if (kind === "go") return rest.join(":");
  if (kind === "case") return `/cases/${rest.join(":")}`;
  if (kind === "person") return `/people/${rest.join(":")}`;
  if (kind === "leaflet") return `/education/${rest.join(":")}`;
  return null;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

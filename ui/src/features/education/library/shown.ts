import type { FoundLeaflet, LeafletRow, LibraryView, Topic } from "../../../ipc/contract";
import { educationLabels } from "../../../words/education/library";
import type { LibrarySearch } from "./search";

/** A line of the list: the leaflet, and where the words stand that were looked for. */
export type Line = { row: LeafletRow; found: string | null };

export type Shelf = { topic: Topic; lines: Line[] };

type Library = Pick<LibraryView, "rows" | "setting">;

/** What the list shows, shelf by shelf. */
export function shelves(library: Library, search: LibrarySearch): Shelf[] {
  const rows = once(fitting(library, search), search);
  const topics = Object.keys(educationLabels.topic) as Topic[];
  return topics
    .map((topic) => ({
      topic,
      lines: rows.filter((row) => row.topic === topic).map((row) => ({ row, found: null })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** What was found by words, the best first. */
export function foundLines(
  library: Library,
  search: LibrarySearch,
  found: readonly FoundLeaflet[],
): Line[] {
  const byName = new Map(fitting(library, search).map((row) => [nameOf(row), row]));
  const lines = found.flatMap((one) => {
    const row = byName.get(nameOf(one));
    return row ? [{ row, found: one.line }] : [];
  });
  const kept = new Set(
    once(
      lines.map(({ row }) => row),
      search,
    ),
  );
  return lines.filter(({ row }) => kept.has(row));
}

/** What a line and the heading over a group take of the window, in rem. They take more where they wrap. */
const LINE = 3.9;
const HEADING = 3.2;

/** The groups as far as they fill a room of so many rem, the last line perhaps in part. */
export function firstLines<G extends { lines: readonly Line[] }>(
  groups: readonly G[],
  room: number,
): G[] {
  let left = room;
  return groups.flatMap((group) => {
    left -= HEADING;
    const fitting = Math.max(0, Math.ceil(left / LINE));
    const lines = group.lines.slice(0, fitting);
    left -= lines.length * LINE;
    return lines.length === 0 ? [] : [{ ...group, lines }];
  });
}

/** The languages the library has, English first. */
export function languagesOf(rows: readonly LeafletRow[]): string[] {
  const all = [...new Set(rows.map(({ language }) => language))].sort();
  return [...all.filter(isEnglish), ...all.filter((tag) => !isEnglish(tag))];
}

export function settingOf(library: Pick<Library, "setting">, search: LibrarySearch) {
  return search.setting ?? library.setting;
}

function fitting(library: Library, search: LibrarySearch): LeafletRow[] {
  const { topic, audience, language, show } = search;
  const setting = settingOf(library, search);
  return library.rows.filter(
    (row) =>
      row.retired === (show === "retired") &&
      (topic === undefined || row.topic === topic) &&
      (audience === undefined || row.audiences.includes(audience)) &&
      (language === undefined || row.language === language) &&
      (setting === "all" || row.settings.length === 0 || row.settings.includes(setting)),
  );
}

/** Each leaflet once, in English where there is one, unless a language was asked for. */
function once(rows: readonly LeafletRow[], search: LibrarySearch): LeafletRow[] {
  if (search.language !== undefined) return [...rows];
  const byKey = new Map<string, LeafletRow>();
  for (const row of rows) {
    const held = byKey.get(row.key);
    if (held === undefined || (isEnglish(row.language) && !isEnglish(held.language))) {
      byKey.set(row.key, row);
    }
  }
  return rows.filter((row) => byKey.get(row.key) === row);
}

function isEnglish(tag: string): boolean {
  return tag === "en" || tag.startsWith("en-");
}

function nameOf({ key, language }: { key: string; language: string }): string {
  return `${key}:${language}`;
}

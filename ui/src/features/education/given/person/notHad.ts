import type { HandoutView, LeafletRow, LibraryView } from "../../../../ipc/contract";

/** The leaflets this kind of office hands out that somebody has not had yet, in no version. */
export function notHad(
  handouts: readonly HandoutView[],
  { rows, setting }: Pick<LibraryView, "rows" | "setting">,
): LeafletRow[] {
  const had = new Set(handouts.map(({ key }) => key));
  return rows.filter(
    ({ key, purpose, retired, settings }) =>
      purpose === "leaflet" &&
      !retired &&
      !had.has(key) &&
      (settings.length === 0 || settings.includes(setting)),
  );
}

import type { OwnRow, Purpose } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import type { DueShape } from "../../../../words/shown/due";

const words = educationWriteWords;
const ORDER: readonly Purpose[] = ["leaflet", "policy", "procedure"];

export type OwnGroup = { purpose: Purpose; rows: OwnRow[] };

/** The office's texts by what they are, each group in the order the office answered. */
export function groupsOf(rows: readonly OwnRow[]): OwnGroup[] {
  return ORDER.map((purpose) => ({
    purpose,
    rows: rows.filter((row) => row.purpose === purpose),
  })).filter((group) => group.rows.length > 0);
}

/** Where a text stands: "Draft", "Version 2", "Changed since version 2", "Retired". */
export function stateOf({
  state,
  version,
  changed,
}: Pick<OwnRow, "state" | "version" | "changed">): {
  shape: DueShape;
  words: string;
} {
  if (state === "retired") return { shape: "plain", words: words.state.retired };
  if (version === 0) return { shape: "plain", words: words.state.draft };
  if (changed) return { shape: "soon", words: words.own.changed(version) };
  return { shape: "met", words: words.own.version(version) };
}

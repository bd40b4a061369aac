import type { PersonRow } from "../../ipc/contract";
import { peopleWords } from "../../words/people";
import type { Format } from "../../words/shown/format";

/** What tells two people of one name apart: when they were born, then their number. */
export function knownBy(
  { detail, birthDate }: Pick<PersonRow, "detail" | "birthDate">,
  format: Pick<Format, "date">,
): string {
  const born = birthDate ? peopleWords.list.born(format.date(birthDate)) : "";
  return [born, detail].filter(Boolean).join(" · ");
}

import type { CaseParty } from "../../ipc/contract";
import { labels } from "../../words/labels";

export type PartyChoice = { id: string; label: string; detail: string };

/** The people of the case whose name holds what was typed, each person once. */
export function partiesLike(parties: readonly CaseParty[], typed: string): PartyChoice[] {
  const wanted = folded(typed);
  const byPerson = new Map<string, PartyChoice>();
  for (const party of parties) {
    if (byPerson.has(party.person) || !folded(party.name).includes(wanted)) continue;
    byPerson.set(party.person, { id: party.person, label: party.name, detail: partOf(party) });
  }
  return [...byPerson.values()];
}

/** Letters without accents or capitals, so that "Bergstrom" finds Bergström. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function partOf({ role, relation }: CaseParty): string {
  return relation !== null && relation !== "self"
    ? labels.relation[relation]
    : labels.partyRole[role];
}

import type { CaseParty } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { labels } from "../../../words/labels";

const words = casesWords.people;

/** "Child · may be told": what part somebody has, as the list of people says it. */
export function partyWords(
  party: Pick<CaseParty, "role" | "relation" | "mayBeTold" | "detail">,
): string {
  const { role, relation, detail } = party;
  const isRelated = relation !== null && relation !== "self";
  const part = isRelated ? labels.relation[relation] : labels.partyRole[role];
  const asksTelling = role === "raised_by" || role === "relative" || role === "representative";
  const told = asksTelling ? (party.mayBeTold ? words.told : words.notTold) : "";
  return [part, told, detail].filter((one) => one !== "").join(" · ");
}

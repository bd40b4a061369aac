import type { DecisionView } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";

const words = advisorWords.decided;

/** "Grievance under G3", or what was chosen where the rule says something else. */
export function verdict({
  kind,
  advised,
  rule,
}: Pick<DecisionView, "kind" | "advised" | "rule">): string {
  return kind === advised ? words.under(kind, rule) : words.against(kind, advised, rule);
}

/** The question that the advisor answers in an office of this profile. */
export function openerOf(profile: string): string {
  const own = Object.entries(advisorWords.opener).find(([id]) => id === profile);
  return own?.[1] ?? advisorWords.openerElse;
}

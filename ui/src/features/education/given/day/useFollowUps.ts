import { useOffice } from "../../../../ipc/answers";
import type { DueState, FollowUpView } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";

const words = educationGivenWords.day;
const WEEK = 7;

export type FollowUps = {
  lines: {
    id: string;
    href: string;
    due: { what: "clock"; state: DueState; on: string; days: number };
    who: string;
    title: string;
    why: string;
  }[];
  /** How the day stands with them; empty when there are none this week. */
  sentence: string;
};

/** What is to be gone over again with somebody, as lines of the day. */
export function useFollowUps(): FollowUps {
  const all = useOffice("education.follow_ups", null).data ?? [];
  return { lines: all.map(lineOf), sentence: sentenceOf(all) };
}

/** One leaflet to go over again; it opens where it was given. */
export function lineOf(one: FollowUpView): FollowUps["lines"][number] {
  const { handout, case: caseId, caseNumber, person, personName, title, open } = one;
  const { state, on, days } = one;
  return {
    id: handout,
    href:
      caseId === null ? `/people/${person}#handout-${handout}` : `/cases/${caseId}?at=${handout}`,
    due: { what: "clock", state, on, days },
    who: caseNumber === null ? personName : `${caseNumber} · ${personName}`,
    title: words.line(title),
    why: words.why(open),
  };
}

/** How many there are today, or else this week. */
export function sentenceOf(all: readonly Pick<FollowUpView, "days">[]): string {
  const now = all.filter(({ days }) => days <= 0).length;
  const week = all.filter(({ days }) => days > 0 && days <= WEEK).length;
  return words.sentence(now, week);
}

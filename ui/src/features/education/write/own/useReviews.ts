import { useOffice } from "../../../../ipc/answers";
import type { DueState, OwnRow } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import { daysBetween } from "../../../../words/shown/format";

const words = educationWriteWords.review;
const SOON = 30;

export type ReviewLine = {
  id: string;
  href: string;
  due: { what: "clock"; state: DueState; on: string; days: number };
  who: string;
  title: string;
  why: string;
};

/** The office's own texts that somebody should read again, as lines of the day. */
export function useReviews(): ReviewLine[] {
  const own = useOffice("education.own", null).data ?? [];
  const today = useOffice("security.status", null).data?.today;
  return today === undefined ? [] : linesOf(own, today);
}

/** What is out and is to be read again within a month, or should have been. */
export function linesOf(own: readonly OwnRow[], today: string): ReviewLine[] {
  return own.flatMap((row) => {
    if (row.reviewBy === null || row.state !== "published") return [];
    const days = daysBetween(today, row.reviewBy);
    if (days > SOON) return [];
    const state: DueState = days < 0 ? "overdue" : days === 0 ? "today" : "soon";
    return [
      {
        id: `review-${row.id}`,
        href: `/education/write/${row.id}`,
        due: { what: "clock", state, on: row.reviewBy, days },
        who: words.who[row.purpose],
        title: words.line(row.title),
        why: words.why,
      },
    ];
  });
}

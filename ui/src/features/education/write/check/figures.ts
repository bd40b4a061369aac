import type { MeasureView } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";

const words = educationWriteWords.check;
const GOOD = 6;
const FAIR = 9;
/** The end of the scale that is drawn. */
const TOP = 14;

export type Verdict = { shape: "met" | "soon" | "late" | "plain"; words: string };

/** What the grade means for whoever writes; nothing is judged on too few words. */
export function verdictOf({ grade, reliable, words: n }: MeasureView): Verdict {
  if (!reliable || grade === null) return { shape: "plain", words: words.tooShort(n) };
  if (grade <= GOOD) return { shape: "met", words: words.good };
  return { shape: "soon", words: grade <= FAIR ? words.fair : words.hard };
}

/** Where a grade stands on the scale, in parts of a hundred. */
export function placeOf(grade: number): number {
  return (Math.min(Math.max(grade, 0), TOP) / TOP) * 100;
}

/** The place up to which a text is easy. */
export const goodPlace = placeOf(GOOD);

/** "5.2"; a grade below the first year of school reads as 0. */
export function gradeInWords(grade: number): string {
  return Math.max(grade, 0).toFixed(1);
}

/**
 * Where a hint's words stand in what was typed: all of them, or else their first words, as marks
 * may stand between.
 */
export function placeInText(body: string, hint: string): { start: number; end: number } | null {
  const text = body.toLowerCase();
  const sought = hint.toLowerCase().trim();
  const whole = text.indexOf(sought);
  if (sought !== "" && whole !== -1) return { start: whole, end: whole + sought.length };
  const first = sought.split(/\s+/).slice(0, FIRST_WORDS).join(" ");
  const part = text.indexOf(first);
  return first === "" || part === -1 ? null : { start: part, end: part + first.length };
}

const FIRST_WORDS = 3;

/** Where a line stands, counted from 1. */
export function placeOfLine(body: string, line: number): { start: number; end: number } | null {
  const lines = body.split("\n");
  const words = lines[line - 1];
  if (words === undefined) return null;
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + words.length };
}

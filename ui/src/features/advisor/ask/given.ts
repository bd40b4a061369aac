import type { AnsweredFact, QuestionView } from "../../../ipc/contract";

/** What somebody answered here, in the order they did. */
export type Given = readonly { id: string; code: string }[];

/** The answers as the office takes them. */
export function answersOf(given: Given): Record<string, string> {
  return Object.fromEntries(given.map(({ id, code }) => [id, code]));
}

/** The same with this answer: in its old place when it is changed, else as the last. */
export function withAnswer(given: Given, id: string, code: string): Given {
  const has = given.some((one) => one.id === id);
  return has ? given.map((one) => (one.id === id ? { id, code } : one)) : [...given, { id, code }];
}

/** Everything but the last answer, and that answer, to be given anew. */
export function stepBack(given: Given): { given: Given; last: Given[number] | null } {
  return { given: given.slice(0, -1), last: given.at(-1) ?? null };
}

/** The question on screen: the one that is changed, or else the next. */
export function questionOf(
  changing: string | null,
  known: readonly AnsweredFact[],
  next: QuestionView | null,
): QuestionView | null {
  return known.find(({ question }) => question.id === changing)?.question ?? next;
}

/** What is chosen when a question comes up: what is known of it, or what was taken back. */
export function answerOf(
  question: QuestionView,
  known: readonly AnsweredFact[],
  takenBack: Given[number] | null,
): string | null {
  const fact = known.find((one) => one.question.id === question.id);
  if (fact) return fact.answer;
  return takenBack?.id === question.id ? takenBack.code : null;
}

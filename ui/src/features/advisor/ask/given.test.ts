import { expect, test } from "vitest";
import type { AnsweredFact, QuestionView } from "../../../ipc/contract";
import { answerOf, answersOf, questionOf, stepBack, withAnswer } from "./given";

const asks = (id: string): QuestionView => ({ id, asks: `${id}?`, help: null, options: [] });
const fact = (id: string, answer: string): AnsweredFact => ({
  question: asks(id),
  answer,
  words: answer,
  by: "said_how",
});

test("an_answer_comes_last_and_a_changed_one_keeps_its_place", () => {
  const first = withAnswer([], "danger", "none");
  const both = withAnswer(first, "asks", "no");
  expect(both.map(({ id }) => id)).toEqual(["danger", "asks"]);
  const changed = withAnswer(both, "danger", "abuse");
  expect(changed.map(({ id }) => id)).toEqual(["danger", "asks"]);
  expect(answersOf(changed)).toEqual({ danger: "abuse", asks: "no" });
  expect(answersOf(both)).toEqual({ danger: "none", asks: "no" });
});

test("a_step_back_takes_the_last_answer_and_offers_it_again", () => {
  const given = withAnswer(withAnswer([], "danger", "none"), "asks", "no");
  const back = stepBack(given);
  expect(back.given).toEqual([{ id: "danger", code: "none" }]);
  expect(answerOf(asks("asks"), [], back.last)).toBe("no");
  expect(answerOf(asks("about"), [], back.last)).toBeNull();
  expect(stepBack([])).toEqual({ given: [], last: null });
});

test("a_fact_that_is_being_changed_is_asked_before_the_next_question", () => {
  const known = [fact("said", "letter")];
  expect(questionOf("said", known, asks("danger"))?.id).toBe("said");
  expect(questionOf(null, known, asks("danger"))?.id).toBe("danger");
  expect(questionOf("said", known, null)?.id).toBe("said");
  expect(questionOf("gone", known, null)).toBeNull();
  expect(answerOf(asks("said"), known, null)).toBe("letter");
});

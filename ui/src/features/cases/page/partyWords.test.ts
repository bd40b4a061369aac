import { expect, test } from "vitest";
import { partyWords } from "./partyWords";

test("a_patient_is_not_asked_whether_they_may_be_told", () => {
  const patient = { role: "patient", relation: null, mayBeTold: true, detail: "Large print" };
  expect(partyWords(patient as never)).toBe("Patient · Large print");
});

test("a_relative_is_named_by_relation_and_says_whether_they_may_be_told", () => {
  const child = { role: "relative", relation: "child", mayBeTold: true, detail: "" } as const;
  expect(partyWords(child)).toBe("Child · may be told");
  expect(partyWords({ ...child, mayBeTold: false })).toBe("Child · not to be told");
});

test("a_patient_who_raised_it_is_the_one_who_raised_it", () => {
  const self = { role: "raised_by", relation: "self", mayBeTold: true, detail: "" } as const;
  expect(partyWords(self)).toBe("Raised it · may be told");
});

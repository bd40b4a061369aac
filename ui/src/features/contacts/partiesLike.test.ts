import { expect, test } from "vitest";
import type { CaseParty } from "../../ipc/contract";
import { partiesLike } from "./partiesLike";

const party = (person: string, name: string, over: Partial<CaseParty> = {}) =>
  ({
    id: `${person} in case`,
    person,
    name,
    role: "relative",
    relation: null,
    ...over,
  }) as CaseParty;

const PARTIES = [
  party("ida", "Ida Bergström", { role: "patient", relation: "self" }),
  party("ida", "Ida Bergström", { role: "raised_by", relation: "self" }),
  party("lars", "Lars Bergström", { relation: "child" }),
];

test("a_person_with_two_parts_is_offered_once", () => {
  expect(partiesLike(PARTIES, "").map(({ id }) => id)).toEqual(["ida", "lars"]);
});

test("accents_need_not_be_typed", () => {
  expect(partiesLike(PARTIES, "bergstrom l")).toEqual([]);
  expect(partiesLike(PARTIES, "LARS BERGSTROM").map(({ id }) => id)).toEqual(["lars"]);
});

test("a_relative_is_told_by_relation_and_a_patient_by_part", () => {
  expect(partiesLike(PARTIES, "").map(({ detail }) => detail)).toEqual(["Patient", "Child"]);
});

import { expect, test } from "vitest";
import { caseOf, pathOf } from "./go";

const ID = "0195a0c0-0000-7000-8000-00000000000a";

test("the_page_of_a_case_is_known_by_its_address", () => {
  expect(caseOf(`/cases/${ID}`)).toBe(ID);
  expect(caseOf(`/cases/${ID}?at=x#why-y`)).toBe(ID);
});

test("no_other_address_is_the_page_of_a_case", () => {
  const others = ["/cases", "/cases/new", `/cases/${ID}/summary`, `/people/${ID}`, "/day"];
  expect(others.map(caseOf)).toEqual(others.map(() => null));
  expect(pathOf(`/cases/${ID}#edit`)).toBe(`/cases/${ID}`);
});

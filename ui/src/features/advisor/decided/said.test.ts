import { expect, test } from "vitest";
import { openerOf, verdict } from "./said";

test("a_decision_names_its_rule_and_says_where_it_goes_against_it", () => {
  expect(verdict({ kind: "grievance", advised: "grievance", rule: "G3" })).toBe(
    "Grievance under G3",
  );
  expect(verdict({ kind: "complaint", advised: "grievance", rule: "G3" })).toBe(
    "Complaint, where G3 says a grievance",
  );
});

test("each_office_is_asked_by_its_own_rules_and_an_unknown_one_plainly", () => {
  expect(openerOf("us-hospital")).toBe("Is it a grievance?");
  expect(openerOf("uk-england")).toBe("Is it a complaint?");
  expect(openerOf("us-insurance")).toBe("Is it an appeal or a grievance?");
  expect(openerOf("us-ltc-ombudsman")).toBe("Is it a complaint?");
  expect(openerOf("toString")).toBe("What is this?");
});

import { expect, test } from "vitest";
import type { CaseForm, CaseView } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { picked, startPerson } from "../person/newPerson";
import { type CaseDraft, draftOf, formOf, movesClocks, newCase } from "./caseDraft";

const RUTH = { id: "ruth", label: "Ruth Abara" };
const JOAN = { id: "joan", label: "Joan Abara" };
const NOW = "2026-03-12T10:40";

const fieldsOf = (draft: CaseDraft) => {
  const form = formOf(draft);
  return form instanceof OfficeError ? form.fields.map(({ field }) => field) : [];
};

test("a_patient_who_raises_it_is_both_people", () => {
  const form = formOf({ ...newCase(NOW, RUTH), kind: "grievance" });
  expect(form).toMatchObject({ patient: "ruth", raisedBy: "ruth", relation: "self" });
});

test("a_daughter_who_raises_it_is_somebody_else", () => {
  const draft: CaseDraft = {
    ...newCase(NOW, RUTH),
    kind: "grievance",
    relation: "child",
    raisedBy: picked(JOAN),
  };
  expect(formOf(draft)).toMatchObject({ patient: "ruth", raisedBy: "joan", relation: "child" });
});

test("empty_lines_are_absent_and_the_reason_stays_out_of_the_form", () => {
  const form = formOf({ ...newCase(NOW, null), kind: "question", saidWhere: "  ", reason: "why" });
  expect(form).toMatchObject({ saidWhere: null, unit: null, patient: null });
  expect(form).not.toHaveProperty("reason");
});

test("what_was_not_chosen_yet_is_named_by_its_field", () => {
  expect(fieldsOf(newCase(NOW, null))).toEqual(["kind"]);
  expect(fieldsOf({ ...newCase(NOW, null), kind: "concern", receivedOn: null })).toEqual([
    "receivedOn",
  ]);
});

test("a_typed_name_that_was_never_chosen_is_not_lost_silently", () => {
  const typed = { ...newCase(NOW, null), kind: "concern" as const };
  expect(fieldsOf({ ...typed, patient: { choice: null, text: "Ruth", adding: null } })).toEqual([
    "patient",
  ]);
  const adding = startPerson("Joan", "relative");
  const half = { choice: null, text: "", adding };
  expect(fieldsOf({ ...typed, relation: "child", raisedBy: half })).toEqual(["raisedBy"]);
  expect(fieldsOf({ ...typed, relation: "self", raisedBy: half })).toEqual([]);
});

test("a_case_opened_for_editing_goes_back_unchanged", () => {
  const form: CaseForm = {
    kind: "grievance",
    patient: "ruth",
    raisedBy: "joan",
    relation: "child",
    saidHow: "call",
    saidOn: "2026-03-02T18:00",
    saidWhere: null,
    receivedOn: "2026-03-03T09:15",
    about: "Call light",
    happened: "Two hours",
    wants: "To know why",
    urgency: "soon",
    unit: "4 West",
  };
  const view = { form, patientName: "Ruth Abara", raisedByName: "Joan Abara" } as CaseView;
  expect(formOf(draftOf(view))).toEqual(form);
});

test("only_what_clocks_run_from_asks_what_would_become_of_them", () => {
  const form = { ...newCase(NOW, RUTH), kind: "question", saidOn: null, receivedOn: NOW };
  const view = { id: "a", form } as unknown as CaseView;
  const draft: CaseDraft = { ...newCase(NOW, RUTH), kind: "question" };
  expect(movesClocks(view, { ...draft, about: "Another line" })).toBeNull();
  expect(movesClocks(view, { ...draft, kind: "grievance" })).toEqual({
    case: "a",
    kind: "grievance",
    saidOn: null,
    receivedOn: NOW,
  });
  expect(movesClocks(view, { ...draft, saidOn: "2026-03-10T08:00" })).not.toBeNull();
  expect(movesClocks(view, { ...draft, receivedOn: null })).toBeNull();
});

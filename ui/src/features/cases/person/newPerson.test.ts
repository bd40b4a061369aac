import { expect, test } from "vitest";
import { kindFor, personFormOf, similarTo, splitName, startPerson } from "./newPerson";

const LABELS = { recordNumber: "Record number", phone: "Phone" };

test("a_name_is_taken_apart_as_it_is_said_or_as_it_is_filed", () => {
  expect(splitName("Ruth Abara")).toEqual({ given: "Ruth", family: "Abara" });
  expect(splitName(" Abara,  Ruth Ann ")).toEqual({ given: "Ruth Ann", family: "Abara" });
  expect(splitName("Mary Jo van Dyke")).toEqual({ given: "Mary Jo van", family: "Dyke" });
  expect(splitName("Abara")).toEqual({ given: "", family: "Abara" });
  expect(splitName("")).toEqual({ given: "", family: "" });
});

test("an_empty_field_is_absent_not_blank", () => {
  const form = personFormOf(startPerson("Abara", "patient"), LABELS);
  expect(form.name).toMatchObject({ given: null, family: "Abara", whole: null });
  expect(form.identifiers).toEqual([]);
  expect(form.phones).toEqual([]);
});

test("a_department_has_one_name_and_no_birth_date", () => {
  const draft = { ...startPerson("Dr. Patel's office", "department"), birthDate: "1990-01-01" };
  const form = personFormOf(draft, LABELS);
  expect(form.name).toMatchObject({ given: null, family: null, whole: "Dr. Patel's office" });
  expect(form.birthDate).toBeNull();
});

test("one_letter_is_too_little_to_warn_about_doubles", () => {
  expect(similarTo(startPerson("A", "patient"), "Record number")).toBeNull();
  expect(similarTo(startPerson("Ab", "patient"), "Record number")?.name.family).toBe("Ab");
  const byNumber = { ...startPerson("", "patient"), recordNumber: " 12345 " };
  expect(similarTo(byNumber, "Record number")?.identifiers).toEqual([
    { label: "Record number", value: "12345" },
  ]);
});

test("the_relation_says_what_kind_of_person_it_is", () => {
  expect(kindFor("self")).toBe("patient");
  expect(kindFor("child")).toBe("relative");
  expect(kindFor("staff")).toBe("hospital_staff");
  expect(kindFor("representative")).toBe("representative");
});

import { expect, test } from "vitest";
import { placeOf } from "./EducationPlaces";

test("every_page_of_education_lights_the_part_it_belongs_to", () => {
  expect(placeOf("/education")).toBe("/education");
  expect(placeOf("/education/visitors")).toBe("/education");
  expect(placeOf("/education/paper")).toBe("/education");
  expect(placeOf("/education/own")).toBe("/education/own");
  expect(placeOf("/education/write/new")).toBe("/education/own");
  expect(placeOf("/education/register")).toBe("/education/register");
});

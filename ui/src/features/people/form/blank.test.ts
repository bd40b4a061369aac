import { describe, expect, it } from "vitest";
import { blankPerson, isFilled, likeness, sectionOf, sectionsFor, withAddress } from "./blank";

const PATIENT = blankPerson("patient");

describe("the form of a person", () => {
  it("compares nothing while there is too little to compare", () => {
    expect(likeness(PATIENT, null)).toBeNull();
    expect(likeness({ ...PATIENT, name: { ...PATIENT.name, given: "Al" } }, null)).toBeNull();
  });

  it("compares by name or by a record number", () => {
    const named = { ...PATIENT, name: { ...PATIENT.name, family: "Abara" } };
    expect(likeness(named, "me")?.except).toBe("me");
    const numbered = { ...PATIENT, identifiers: [{ label: "Record number", value: "12345" }] };
    expect(likeness(numbered, null)?.identifiers).toHaveLength(1);
  });

  it("does not compare an empty number", () => {
    const numbered = { ...PATIENT, identifiers: [{ label: "Record number", value: " " }] };
    expect(likeness(numbered, null)).toBeNull();
  });

  it("opens the section a wrong field stands in", () => {
    expect(sectionOf("emails.0.value", "patient")).toBe("reach");
    expect(sectionOf("name.family", "patient")).toBe("who");
    expect(sectionOf("name.suffix", "patient")).toBe("name");
    expect(sectionOf("address.city", "patient")).toBe("reach");
    expect(sectionOf("unit", "patient")).toBe("who");
    expect(sectionOf("unit", "hospital_staff")).toBe("work");
  });

  it("shows no languages for a department", () => {
    expect(sectionsFor("department")).not.toContain("needs");
  });

  it("drops an address once its last line is emptied", () => {
    const housed = withAddress(PATIENT, { city: "Albany" });
    expect(housed.address?.city).toBe("Albany");
    expect(withAddress(housed, { city: null }).address).toBeNull();
  });

  it("knows which sections hold something", () => {
    expect(isFilled(PATIENT, "needs")).toBe(false);
    expect(isFilled({ ...PATIENT, interpreter: true }, "needs")).toBe(true);
    expect(isFilled({ ...PATIENT, phones: [{ label: "Home", value: "" }] }, "reach")).toBe(true);
  });
});

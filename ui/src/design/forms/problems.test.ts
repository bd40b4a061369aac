import { expect, test } from "vitest";
import { byField } from "./problems";

test("a field shows the first thing said about it or about a part of it", () => {
  const words = byField([
    { field: "phones.1.value", message: "This phone number has letters in it." },
    { field: "phones.0.value", message: "This phone number is too long." },
    { field: "name", message: "A name is missing." },
  ]);
  expect(words.get("phones.1.value")).toBe("This phone number has letters in it.");
  expect(words.get("phones.0.value")).toBe("This phone number is too long.");
  expect(words.get("phones")).toBe("This phone number has letters in it.");
  expect(words.get("name")).toBe("A name is missing.");
});

test("a field nobody spoke of shows nothing", () => {
  expect(
    byField([{ field: "name.family", message: "Missing." }]).get("name.given"),
  ).toBeUndefined();
  expect(byField([]).size).toBe(0);
});

import { expect, test } from "vitest";
import { pathsOf } from "./focusField";

test("an error about a part is looked for at the part, then at what holds it", () => {
  expect(pathsOf("phones.0.value")).toEqual(["phones.0.value", "phones.0", "phones"]);
  expect(pathsOf("about")).toEqual(["about"]);
});

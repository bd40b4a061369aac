import { expect, test } from "vitest";
import { sureness } from "./sureness";

const format = { date: (day: string) => `on ${day}` };

test("what came as a default says so until somebody here checked it", () => {
  const told = { confidence: "default_medium", clock: { checked: null } } as const;
  expect(sureness(told, format)).toBe("default, partly supported");
  const checked = { by: "Ana Test", on: "2026-03-10" };
  expect(sureness({ ...told, clock: { checked } }, format)).toBe(
    "checked by Ana Test, on 2026-03-10",
  );
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { choices, labels, profileLabel } from "./labels";

const contract = readFileSync(new URL("../ipc/contract.ts", import.meta.url), "utf8");

const ENUMS = {
  Role: labels.role,
  PersonKind: labels.personKind,
  CaseKind: labels.caseKind,
  Stage: labels.stage,
  Urgency: labels.urgency,
  Channel: labels.channel,
  Relation: labels.relation,
  Outcome: labels.outcome,
  DueState: labels.dueState,
  Direction: labels.direction,
  Reached: labels.reached,
  Confidence: labels.confidence,
  ImportFate: labels.importFate,
  Paper: labels.paper,
  ErrorKind: labels.errorKind,
} as const;

test.each(Object.entries(ENUMS))("every %s of the contract has its words", (name, table) => {
  expect(Object.keys(table).sort()).toEqual(valuesOf(name).sort());
});

test("every kind of office has its words", () => {
  const codes = valuesOf("Profile").map((code) => code.replaceAll("_", "-"));
  expect(codes).toHaveLength(10);
  expect(Object.keys(labels.profile).sort()).toEqual(codes.sort());
  expect(profileLabel("wales")).toBe("NHS organization in Wales");
});

test("no label is empty, and none is the code it stands for", () => {
  for (const [table, words] of Object.entries(labels)) {
    for (const [code, label] of Object.entries(words)) {
      expect(label.trim(), `${table}.${code}`).not.toBe("");
      expect(label, `${table}.${code}`).not.toContain("_");
    }
  }
});

test("choices keep the order they are declared in", () => {
  expect(choices(labels.urgency)).toEqual([
    { id: "routine", label: "Routine" },
    { id: "soon", label: "Soon" },
    { id: "urgent", label: "Urgent" },
  ]);
});

function valuesOf(name: string): string[] {
  const declared = new RegExp(`export type ${name} =([^;]*);`).exec(contract)?.[1] ?? "";
  return [...declared.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

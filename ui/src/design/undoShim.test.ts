import { expect, test } from "vitest";
import { undoCommand } from "./undoShim";

const pressed = (
  key: string,
  held: Partial<Record<"shiftKey" | "altKey" | "metaKey", true>> = {},
) => ({
  key,
  ctrlKey: true,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test("control and Z undo, and shift turns it round", () => {
  expect(undoCommand(pressed("z"))).toBe("undo");
  expect(undoCommand(pressed("Z", { shiftKey: true }))).toBe("redo");
  expect(undoCommand(pressed("y"))).toBe("redo");
});

test("other keys and other modifiers are left alone", () => {
  expect(undoCommand({ ...pressed("z"), ctrlKey: false })).toBeNull();
  expect(undoCommand(pressed("z", { altKey: true }))).toBeNull();
  expect(undoCommand(pressed("z", { metaKey: true }))).toBeNull();
  expect(undoCommand(pressed("x"))).toBeNull();
  expect(undoCommand(pressed("y", { shiftKey: true }))).toBeNull();
});

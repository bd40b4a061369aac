import { expect, test } from "vitest";
import { type Box, clearSide, type Side } from "./outOfTheWay";

const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right,
  bottom,
});

const SHOWN: Record<Side, Box> = {
  start: box(208, 840, 600, 890),
  end: box(960, 840, 1350, 890),
  top: box(960, 60, 1350, 110),
};

const side = (now: Side, focused: Box | null) => clearSide(now, (one) => SHOWN[one], focused);

test("a toast stays where it is while it covers nothing that has focus", () => {
  expect(side("start", null)).toBe("start");
  expect(side("end", box(220, 100, 300, 130))).toBe("end");
  expect(side("start", box(208, 800, 600, 840))).toBe("start");
});

test("a toast over the button that has focus goes to the other side", () => {
  expect(side("start", box(220, 850, 400, 880))).toBe("end");
  expect(side("end", box(1200, 850, 1300, 880))).toBe("start");
});

test("a toast under which everything has focus goes to the top", () => {
  expect(side("start", box(208, 500, 1350, 900))).toBe("top");
});

test("where no side is free a toast stays", () => {
  expect(side("start", box(0, 0, 1360, 900))).toBe("start");
});

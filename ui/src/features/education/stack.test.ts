import { expect, test } from "vitest";
import { readStack, writeStack } from "./stack";

test("a_stack_comes_back_from_the_address_as_it_went_in", () => {
  const names = [
    { key: "visitors", language: "en" },
    { key: "your-privacy", language: "es-US" },
  ];
  expect(readStack(writeStack(names))).toEqual(names);
});

test("what_is_no_leaflet_is_left_out_of_a_stack", () => {
  expect(readStack("visitors:en,,x,:en,a:b:c,visitors:en")).toEqual([
    { key: "visitors", language: "en" },
  ]);
  expect(readStack(7)).toEqual([]);
});

import { expect, test } from "vitest";
import type { ClockView } from "../../../ipc/contract";
import { areTitled, groupsOf } from "./groups";

const clock = (id: string, binds: ClockView["binds"], sense: ClockView["sense"] = "deadline") =>
  ({ id, binds, sense }) as ClockView;

test("what_we_must_do_comes_first_and_what_others_must_do_last", () => {
  const groups = groupsOf([
    clock("a", "theirs"),
    clock("b", "ours"),
    clock("c", "patient"),
    clock("d", "ours"),
  ]);
  expect(groups.map(({ id, clocks }) => [id, clocks.map((one) => one.id)])).toEqual([
    ["ours", ["b", "d"]],
    ["patient", ["c"]],
    ["theirs", ["a"]],
  ]);
});

test("what_is_only_to_be_kept_stands_last_in_its_group", () => {
  const [group] = groupsOf([clock("keep", "ours", "keep"), clock("owed", "ours")]);
  expect(group?.clocks.map(({ id }) => id)).toEqual(["owed", "keep"]);
});

test("clocks_of_our_own_alone_need_no_heading", () => {
  expect(areTitled(groupsOf([clock("a", "ours")]))).toBe(false);
  expect(areTitled(groupsOf([clock("a", "theirs")]))).toBe(true);
  expect(groupsOf([])).toEqual([]);
});

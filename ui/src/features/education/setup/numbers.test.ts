import { expect, test } from "vitest";
import type { LimitEntry } from "../../../ipc/contract";
import { sorted, titlesOnce } from "./numbers";

const LIMIT: LimitEntry = {
  rule: "US-HIPAA-ACC",
  figure: "30 days",
  name: "Records access",
  from: "the day they get your request",
  authority: "45 CFR 164.524",
  published: false,
  confirmedBy: null,
  confirmedOn: null,
  usedIn: [],
};

test("numbers_nobody_confirmed_stand_apart_from_the_rest", () => {
  const confirmed = { ...LIMIT, rule: "A", confirmedBy: "Dana Whitcomb" };
  const published = { ...LIMIT, rule: "B", published: true };
  expect(sorted([confirmed, published, LIMIT])).toEqual({
    open: [LIMIT],
    confirmed: [confirmed],
    published: [published],
  });
});

test("a_title_is_named_once", () => {
  expect(titlesOnce(["A", "B", "A"])).toEqual(["A", "B"]);
});

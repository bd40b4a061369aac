import { expect, test } from "vitest";
import { OfficeError } from "../../../ipc/errors";
import { extensionOf, isCounted, isNotice, nothingSaid, ticked } from "./extending";

test("only_what_was_written_and_went_out_is_a_notice", () => {
  expect(isNotice({ channel: "letter", direction: "out" })).toBe(true);
  expect(isNotice({ channel: "email", direction: "out" })).toBe(true);
  expect(isNotice({ channel: "letter", direction: "in" })).toBe(false);
  expect(isNotice({ channel: "call", direction: "out" })).toBe(false);
});

test("without_its_notice_there_is_no_extension", () => {
  const refused = extensionOf("c1", { ...nothingSaid, reason: "Records are off-site." });
  expect(refused).toBeInstanceOf(OfficeError);
  expect((refused as OfficeError).fields.map(({ field }) => field)).toEqual(["contact"]);
  const sent = { ...nothingSaid, contact: "n1", to: "2026-05-02" };
  expect(extensionOf("c1", sent)).toMatchObject({ id: "c1", contact: "n1", to: "2026-05-02" });
});

test("what_the_notice_says_keeps_the_order_of_the_rule", () => {
  const elements = ["the reason", "the new date"];
  expect(ticked(elements, ["the new date"], "the reason", true)).toEqual(elements);
  expect(ticked(elements, elements, "the reason", false)).toEqual(["the new date"]);
  expect(ticked(elements, ["left over"], "the reason", true)).toEqual(["the reason"]);
});

test("what_an_extension_does_is_shown_once_its_date_is_known", () => {
  expect(isCounted({ needsDate: true }, null)).toBe(false);
  expect(isCounted({ needsDate: true }, "2026-05-02")).toBe(true);
  // The rule says how long where the notice need not.
  expect(isCounted({ needsDate: false }, null)).toBe(true);
});

import { expect, test } from "vitest";
import { contactTitle } from "./title";

const call = {
  channel: "call",
  direction: "out",
  reached: "reached",
  withName: "Joan Abara",
} as const;

test("a_call_is_named_after_the_person", () => {
  expect(contactTitle(call)).toBe("Call with Joan Abara");
  expect(contactTitle({ ...call, withName: "  " })).toBe("Call");
});

test("a_call_that_did_not_reach_anyone_says_so", () => {
  expect(contactTitle({ ...call, reached: "no_answer" })).toBe("No answer from Joan Abara");
  expect(contactTitle({ ...call, reached: "left_message" })).toBe("Message left for Joan Abara");
  expect(contactTitle({ ...call, reached: "left_message", direction: "in" })).toBe(
    "Message from Joan Abara",
  );
  expect(contactTitle({ ...call, channel: "visit", reached: "no_answer" })).toBe(
    "Visit, did not find Joan Abara",
  );
});

test("a_letter_says_which_way_it_went", () => {
  expect(contactTitle({ ...call, channel: "letter" })).toBe("Letter to Joan Abara");
  expect(contactTitle({ ...call, channel: "letter", direction: "in" })).toBe(
    "Letter from Joan Abara",
  );
  expect(contactTitle({ ...call, channel: "email", withName: "" })).toBe("E-mail sent");
});

test("a_note_is_a_note_whatever_its_direction", () => {
  expect(contactTitle({ ...call, channel: "note", withName: "" })).toBe("Note");
  expect(contactTitle({ ...call, channel: "note", direction: "in" })).toBe("Note about Joan Abara");
});

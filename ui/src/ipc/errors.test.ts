import { describe, expect, test } from "vitest";
import { fieldErrors, noAnswer, OfficeError, toOfficeError } from "./errors";

const refused = {
  kind: "invalid",
  message: "Two things need another look.",
  fields: [
    { field: "name.family", message: "A patient needs a family name." },
    { field: "phones.0.value", message: "This phone number has letters in it." },
    { field: "name.family", message: "A second word about the same field." },
  ],
} as const;

describe("what a call throws", () => {
  test("keeps its kind, its words and its fields", () => {
    const error = toOfficeError(refused);
    expect(error).toBeInstanceOf(OfficeError);
    expect(error).toMatchObject(refused);
  });

  test("is passed on as it is when it is ours already", () => {
    const error = new OfficeError({ kind: "conflict", message: "Changed meanwhile.", fields: [] });
    expect(toOfficeError(error)).toBe(error);
  });

  test.each([
    ["text", "command call not allowed by ACL"],
    ["an error of the page", new TypeError("x is undefined")],
    ["nothing", undefined],
    ["a kind nobody knows", { kind: "oops", message: "?", fields: [] }],
    ["a kind every object has", { kind: "toString", message: "?", fields: [] }],
    ["fields that are none", { kind: "invalid", message: "?", fields: [{ field: 1 }] }],
    ["no fields at all", { kind: "invalid", message: "?" }],
  ])("becomes a bug without words for programmers when it is %s", (_, thrown) => {
    const error = toOfficeError(thrown);
    expect(error.kind).toBe("bug");
    expect(error.message).toBe(
      "Something in Bedside went wrong. Nothing was changed by this step.",
    );
    expect(error.fields).toEqual([]);
  });

  test("says so when there was no answer", () => {
    expect(noAnswer().kind).toBe("unavailable");
  });
});

describe("field errors", () => {
  test("are the first message for each field", () => {
    expect(fieldErrors(toOfficeError(refused))).toEqual({
      "name.family": "A patient needs a family name.",
      "phones.0.value": "This phone number has letters in it.",
    });
  });

  test("are none for anything else", () => {
    expect(fieldErrors(null)).toEqual({});
    expect(fieldErrors(new Error("x"))).toEqual({});
  });
});

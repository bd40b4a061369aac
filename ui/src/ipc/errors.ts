import type { CallError, ErrorKind, FieldError } from "./contract";

/** What every failed call throws: one of seven kinds, words for the person, and the fields they concern. */
export class OfficeError extends Error {
  readonly kind: ErrorKind;
  readonly fields: FieldError[];

  constructor(failure: CallError) {
    super(failure.message);
    this.name = "OfficeError";
    this.kind = failure.kind;
    this.fields = failure.fields;
  }
}

const KINDS: Record<ErrorKind, true> = {
  locked: true,
  denied: true,
  not_found: true,
  invalid: true,
  conflict: true,
  unavailable: true,
  bug: true,
};

const NO_ANSWER = "Bedside did not get an answer from the office. Nothing was changed.";
const UNKNOWN = "Something in Bedside went wrong. Nothing was changed by this step.";

/** Turns whatever a call threw into an OfficeError; words meant for programmers never pass. */
export function toOfficeError(thrown: unknown): OfficeError {
  if (thrown instanceof OfficeError) return thrown;
  if (isCallError(thrown)) return new OfficeError(thrown);
  return new OfficeError({ kind: "bug", message: UNKNOWN, fields: [] });
}

/** The office could not be reached at all. */
export function noAnswer(): OfficeError {
  return new OfficeError({ kind: "unavailable", message: NO_ANSWER, fields: [] });
}

/** The fields of an error as react-aria's Form takes them: the first message for each field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const messages: Record<string, string> = {};
  if (!(error instanceof OfficeError)) return messages;
  for (const { field, message } of error.fields) messages[field] ??= message;
  return messages;
}

function isCallError(thrown: unknown): thrown is CallError {
  if (typeof thrown !== "object" || thrown === null) return false;
  const { kind, message, fields } = thrown as Record<string, unknown>;
  if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind)) return false;
  return typeof message === "string" && Array.isArray(fields) && fields.every(isFieldError);
}

function isFieldError(one: unknown): one is FieldError {
  if (typeof one !== "object" || one === null) return false;
  const { field, message } = one as Record<string, unknown>;
  return typeof field === "string" && typeof message === "string";
}

import type { PackView } from "../../../../ipc/contract";
import type { OfficeError } from "../../../../ipc/errors";

/** The set of rules that a file put in force: the one whose version is another than before. */
export function broughtIn(
  before: readonly PackView[],
  after: readonly PackView[],
): PackView | undefined {
  return after.find(
    ({ id, version, brought }) =>
      brought && before.every((pack) => pack.id !== id || pack.version !== version),
  );
}

/** What is wrong with a file, each with its place. */
export function mistakesIn({ fields, message }: Pick<OfficeError, "fields" | "message">): string[] {
  const found = [...new Set(fields.map((field) => field.message))];
  return found.length > 0 ? found : [message];
}

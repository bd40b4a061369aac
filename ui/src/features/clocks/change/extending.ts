import type { ContactVersion, Day, ExtendClock, ExtensionRule, Id } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { clockFormsWords } from "../../../words/clockForms";

/** An extension while it is being written: the notice may still be missing. */
export type Extending = { contact: Id | null; to: Day | null; says: string[]; reason: string };

export const nothingSaid: Extending = { contact: null, to: null, says: [], reason: "" };

/** Whether a contact can be the notice: a letter or an e-mail that our office sent. */
export function isNotice({ channel, direction }: Pick<ContactVersion, "channel" | "direction">) {
  return (channel === "letter" || channel === "email") && direction === "out";
}

/** Whether the new date can be counted: the notice gives it, or the rule says how long. */
export function isCounted({ needsDate }: Pick<ExtensionRule, "needsDate">, to: Day | null) {
  return to !== null || !needsDate;
}

/** What goes to the office; without a notice it could not even be asked. */
export function extensionOf(clock: Id, body: Extending): ExtendClock | OfficeError {
  const { contact, to, says, reason } = body;
  if (contact === null) {
    const message = clockFormsWords.extend.missing;
    return new OfficeError({ kind: "invalid", message, fields: [{ field: "contact", message }] });
  }
  return { id: clock, contact, to, says, reason };
}

/** One element ticked or not, in the order the rule has them. */
export function ticked(
  elements: readonly string[],
  says: readonly string[],
  element: string,
  isOn: boolean,
): string[] {
  return elements.filter((one) => (one === element ? isOn : says.includes(one)));
}

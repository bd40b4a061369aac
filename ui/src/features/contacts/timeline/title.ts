import type { ContactVersion } from "../../../ipc/contract";
import { contactsWords as words } from "../../../words/contacts";

/** What a contact is called in the timeline: "Call with Joan Abara". */
export function contactTitle(
  contact: Pick<ContactVersion, "channel" | "direction" | "reached" | "withName">,
): string {
  const { channel, direction, reached } = contact;
  const name = contact.withName.trim();
  const say = words.title;
  if (channel === "note") return name === "" ? say.note : say.noteAbout(name);
  if (channel === "letter") return direction === "in" ? say.letterFrom(name) : say.letterTo(name);
  if (channel === "email") return direction === "in" ? say.emailFrom(name) : say.emailTo(name);
  if (reached === "left_message") {
    return direction === "in" ? say.messageFrom(name) : say.messageFor(name);
  }
  if (reached === "no_answer") {
    return channel === "visit" ? say.notThere(name) : say.noAnswer(name);
  }
  return say.with[channel](name);
}

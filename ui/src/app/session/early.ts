import { contactsRoutes } from "../../features/contacts/routes";
import { askEarly } from "../../ipc/cache";
import type { Id } from "../../ipc/contract";
import { draftAskedEarly } from "../../ipc/draftQueue";

/** An office that answers later than this is waited for on the page itself. */
const WITHIN_MS = 200;

/**
 * Asks for everything on a case's page at once, while the page before it still stands: drawing
 * an empty page first would cost more than the answers do. What goes wrong, the page says itself.
 */
export async function caseAskedEarly(id: Id): Promise<void> {
  const early = askEarly();
  const asked = Promise.allSettled([
    early.one("cases.view", { id }),
    early.one("clocks.for_case", { case: id }),
    early.one("clocks.events", { case: id }),
    early.one("watchers.for_case", { case: id }),
    early.one("advisor.for_case", { case: id }),
    early.pages("contacts.list", contactsRoutes.newestOf(id)),
    early.one("education.given", { person: null, case: id }),
    draftAskedEarly(contactsRoutes.draftOf(id), early.ask),
  ]);
  early.send();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS);
  });
  await Promise.race([asked, late]);
  clearTimeout(timer);
}

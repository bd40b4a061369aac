import { contactsRoutes } from "../../features/contacts/routes";
import { askEarly, askEarlyPages } from "../../ipc/cache";
import type { Id } from "../../ipc/contract";

/** An office that answers later than this is waited for on the page itself. */
const WITHIN_MS = 200;

/**
 * Asks for everything on a case's page at once, while the page before it still stands: drawing
 * an empty page first would cost more than the answers do. What goes wrong, the page says itself.
 */
export async function caseAskedEarly(id: Id): Promise<void> {
  const asked = Promise.allSettled([
    askEarly("cases.view", { id }),
    askEarly("clocks.for_case", { case: id }),
    askEarly("clocks.events", { case: id }),
    askEarly("watchers.for_case", { case: id }),
    askEarly("advisor.for_case", { case: id }),
    askEarlyPages("contacts.list", contactsRoutes.newestOf(id)),
    askEarly("education.given", { person: null, case: id }),
  ]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS);
  });
  await Promise.race([asked, late]);
  clearTimeout(timer);
}

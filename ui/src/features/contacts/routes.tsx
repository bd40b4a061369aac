import { AddContactBox } from "./add/AddContactBox";
import { ContactTimeline } from "./timeline/ContactTimeline";

/** The pieces of this feature that a case's page shows. */
export const contactsRoutes = { AddContactBox, Timeline: ContactTimeline };

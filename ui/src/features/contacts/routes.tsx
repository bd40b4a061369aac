import { AddContactBox } from "./add/AddContactBox";
import { draftOf } from "./add/contactDraft";
import { ContactTimeline } from "./timeline/ContactTimeline";
import { newestOf } from "./timeline/newest";

/** The pieces of this feature that a case's page shows. */
export const contactsRoutes = { AddContactBox, Timeline: ContactTimeline, newestOf, draftOf };

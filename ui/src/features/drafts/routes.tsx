import { DraftsPage } from "./DraftsPage";

/** The list of what was begun and not finished. */
export const draftsRoutes = { DraftsPage };

import { SummaryPage } from "./SummaryPage";
import { readSummarySearch } from "./search";

/** The page of this feature, for the frame to put at its address. */
export const exportsRoutes = { readSearch: readSummarySearch, SummaryPage };

import { readCasesSearch } from "./filter/search";
import { CasesListPage } from "./list/CasesListPage";
import { OpenCasePage } from "./open/OpenCasePage";
import { CasePage } from "./page/CasePage";

/** The pages of this feature, for the frame to put at their addresses. */
export const casesRoutes = {
  readSearch: readCasesSearch,
  CasesListPage,
  CasePage,
  OpenCasePage,
};

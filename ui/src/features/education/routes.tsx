import { LibraryPage } from "./library/LibraryPage";
import { readLibrarySearch } from "./library/search";
import { PaperPage } from "./paper/PaperPage";
import { readPaperSearch } from "./paper/search";
import { ReadPage } from "./read/ReadPage";
import { readReadSearch } from "./read/search";

/** The pages of this feature, and how their addresses are read. */
export const educationRoutes = {
  readLibrary: readLibrarySearch,
  LibraryPage,
  readReading: readReadSearch,
  ReadPage,
  readPaper: readPaperSearch,
  PaperPage,
};

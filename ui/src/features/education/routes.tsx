import { AskPage } from "./ask/AskPage";
import { readAskSearch } from "./ask/search";
import { LibraryPage } from "./library/LibraryPage";
import { readLibrarySearch } from "./library/search";
import { PaperPage } from "./paper/PaperPage";
import { readPaperSearch } from "./paper/search";
import { ReadPage } from "./read/ReadPage";
import { readReadSearch } from "./read/search";
import { readRegisterSearch } from "./register/months";
import { RegisterPage } from "./register/RegisterPage";
import { SetupPage } from "./setup/SetupPage";
import { readSetupSearch } from "./setup/search";
import { OwnPage } from "./write/OwnPage";
import { readNew } from "./write/opening";
import { WritePage } from "./write/WritePage";

/** The pages of this feature, and how their addresses are read. */
export const educationRoutes = {
  readLibrary: readLibrarySearch,
  LibraryPage,
  readReading: readReadSearch,
  ReadPage,
  readPaper: readPaperSearch,
  PaperPage,
  readAsk: readAskSearch,
  AskPage,
  readSetup: readSetupSearch,
  SetupPage,
  readRegister: readRegisterSearch,
  RegisterPage,
  OwnPage,
  readNew,
  WritePage,
};

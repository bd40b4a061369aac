import { BringPage } from "./bring/BringPage";
import { EditPersonPage } from "./form/EditPersonPage";
import { NewPersonPage } from "./form/NewPersonPage";
import { PeopleListPage } from "./list/PeopleListPage";
import { readPeopleSearch } from "./list/search";
import { PersonPage } from "./person/PersonPage";

/** The pages of this feature, and how the address of the list is read. */
export const peopleRoutes = {
  readSearch: readPeopleSearch,
  PeopleListPage,
  PersonPage,
  NewPersonPage,
  EditPersonPage,
  BringPage,
};

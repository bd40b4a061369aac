import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from "@tanstack/react-router";
import { casesRoutes } from "../features/cases/routes";
import { educationRoutes } from "../features/education/routes";
import { exportsRoutes } from "../features/exports/routes";
import { peopleRoutes } from "../features/people/routes";
import { Frame } from "./frame/Frame";
import { CaseSummary, CasesList, NewCase, OneCase } from "./pages/cases";
import { ErrorPage } from "./pages/ErrorPage";
import {
  Asking,
  EducationSetup,
  Library,
  NewText,
  OnPaper,
  Own,
  Reading,
  Register,
  WriteOn,
} from "./pages/education";
import { LostPage } from "./pages/LostPage";
import { Day, Drafts } from "./pages/others";
import { BringPeople, EditPerson, NewPerson, OnePerson, PeopleList } from "./pages/people";
import {
  AboutSettings,
  AppearanceSettings,
  CheckSettings,
  OfficeSettings,
  PassphraseSettings,
  RulesSettings,
} from "./pages/settings";
import { readCase, readNewCase } from "./search";
import { caseAskedEarly } from "./session/early";

const root = createRootRoute({ component: Frame, notFoundComponent: LostPage });
const getParentRoute = () => root;

const toDay = () => {
  throw redirect({ to: "/day", replace: true });
};
const toOffice = () => {
  throw redirect({ to: "/settings/office", replace: true });
};

const routes = [
  createRoute({ getParentRoute, path: "/", beforeLoad: toDay }),
  createRoute({ getParentRoute, path: "/day", component: Day }),
  createRoute({
    getParentRoute,
    path: "/cases",
    validateSearch: casesRoutes.readSearch,
    component: CasesList,
  }),
  createRoute({
    getParentRoute,
    path: "/cases/new",
    validateSearch: readNewCase,
    component: NewCase,
  }),
  createRoute({
    getParentRoute,
    path: "/cases/$id",
    validateSearch: readCase,
    loader: ({ params }) => caseAskedEarly(params.id),
    component: OneCase,
  }),
  createRoute({
    getParentRoute,
    path: "/cases/$id/summary",
    validateSearch: exportsRoutes.readSearch,
    component: CaseSummary,
  }),
  createRoute({
    getParentRoute,
    path: "/people",
    validateSearch: peopleRoutes.readSearch,
    component: PeopleList,
  }),
  createRoute({
    getParentRoute,
    path: "/people/new",
    validateSearch: peopleRoutes.readSearch,
    component: NewPerson,
  }),
  createRoute({ getParentRoute, path: "/people/import", component: BringPeople }),
  createRoute({ getParentRoute, path: "/people/$id", component: OnePerson }),
  createRoute({ getParentRoute, path: "/people/$id/edit", component: EditPerson }),
  createRoute({
    getParentRoute,
    path: "/education",
    validateSearch: educationRoutes.readLibrary,
    component: Library,
  }),
  createRoute({
    getParentRoute,
    path: "/education/paper",
    validateSearch: educationRoutes.readPaper,
    component: OnPaper,
  }),
  createRoute({
    getParentRoute,
    path: "/education/questions",
    validateSearch: educationRoutes.readAsk,
    component: Asking,
  }),
  createRoute({ getParentRoute, path: "/education/own", component: Own }),
  createRoute({
    getParentRoute,
    path: "/education/write/new",
    validateSearch: educationRoutes.readNew,
    component: NewText,
  }),
  createRoute({ getParentRoute, path: "/education/write/$id", component: WriteOn }),
  createRoute({
    getParentRoute,
    path: "/education/setup",
    validateSearch: educationRoutes.readSetup,
    component: EducationSetup,
  }),
  createRoute({
    getParentRoute,
    path: "/education/register",
    validateSearch: educationRoutes.readRegister,
    component: Register,
  }),
  createRoute({
    getParentRoute,
    path: "/education/$leaflet",
    validateSearch: educationRoutes.readReading,
    component: Reading,
  }),
  createRoute({ getParentRoute, path: "/drafts", component: Drafts }),
  createRoute({ getParentRoute, path: "/settings", beforeLoad: toOffice }),
  createRoute({ getParentRoute, path: "/settings/office", component: OfficeSettings }),
  createRoute({ getParentRoute, path: "/settings/rules", component: RulesSettings }),
  createRoute({ getParentRoute, path: "/settings/appearance", component: AppearanceSettings }),
  createRoute({ getParentRoute, path: "/settings/passphrase", component: PassphraseSettings }),
  createRoute({ getParentRoute, path: "/settings/check", component: CheckSettings }),
  createRoute({ getParentRoute, path: "/settings/about", component: AboutSettings }),
] as const;

/** Every address of the window. They stand behind the "#", so the program serves one file. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
  // What is kept of the scroll must not carry an address: it may hold a name somebody searched for.
  getScrollRestorationKey: ({ state }) => state.__TSR_key ?? "start",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

import { getRouteApi, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { HandOutDialog } from "../../features/education/given/give/HandOutDialog";
import { educationRoutes } from "../../features/education/routes";
import type { LeafletName } from "../../ipc/contract";
import { useGo } from "../session/go";
import { tellDone } from "../session/tellDone";
import { InEducation } from "./EducationPlaces";

const HAND_OUT = "hand-out";

const library = getRouteApi("/education");
const paper = getRouteApi("/education/paper");
const asking = getRouteApi("/education/questions");
const setup = getRouteApi("/education/setup");
const register = getRouteApi("/education/register");
const reading = getRouteApi("/education/$leaflet");
const begun = getRouteApi("/education/write/new");
const written = getRouteApi("/education/write/$id");

export function Library() {
  const navigate = library.useNavigate();
  const giving = useGiving("/education");
  return (
    <InEducation>
      <educationRoutes.LibraryPage
        search={library.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        go={useGo()}
        onGive={giving.open}
        giving={giving.dialog}
      />
    </InEducation>
  );
}

export function Reading() {
  const { leaflet } = reading.useParams();
  const search = reading.useSearch();
  const section = useSection();
  const giving = useGiving(`/education/${leaflet}`);
  return (
    <InEducation>
      <educationRoutes.ReadPage
        key={leaflet}
        leaflet={leaflet}
        search={search}
        section={section}
        go={useGo()}
        tellDone={tellDone}
        giving={giving.dialog([{ key: leaflet, language: search.lang ?? "en" }])}
      />
    </InEducation>
  );
}

export function OnPaper() {
  const navigate = paper.useNavigate();
  return (
    <InEducation>
      <educationRoutes.PaperPage
        search={paper.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        go={useGo()}
      />
    </InEducation>
  );
}

export function Asking() {
  const navigate = asking.useNavigate();
  return (
    <InEducation>
      <educationRoutes.AskPage
        search={asking.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    </InEducation>
  );
}

export function Own() {
  return (
    <InEducation>
      <educationRoutes.OwnPage go={useGo()} />
    </InEducation>
  );
}

export function NewText() {
  const { purpose = "leaflet", of = null } = begun.useSearch();
  const piece = { section: useSection(), go: useGo(), tellDone };
  return (
    <InEducation>
      <educationRoutes.WritePage id={null} purpose={purpose} of={of} {...piece} />
    </InEducation>
  );
}

export function WriteOn() {
  const { id } = written.useParams();
  const piece = { section: useSection(), go: useGo(), tellDone };
  return (
    <InEducation>
      <educationRoutes.WritePage id={id} purpose="leaflet" of={null} {...piece} />
    </InEducation>
  );
}

export function EducationSetup() {
  const navigate = setup.useNavigate();
  return (
    <InEducation>
      <educationRoutes.SetupPage
        search={setup.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        section={useSection()}
        go={useGo()}
        tellDone={tellDone}
      />
    </InEducation>
  );
}

export function Register() {
  const navigate = register.useNavigate();
  return (
    <InEducation>
      <educationRoutes.RegisterPage
        search={register.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    </InEducation>
  );
}

function useSection(): string | null {
  return useLocation({ select: ({ hash }) => hash || null });
}

/** Handing out from this page: the dialog stands at an address of its own, so that Back closes it. */
function useGiving(base: string) {
  const section = useSection();
  const here = useLocation({ select: ({ pathname, searchStr }) => `${pathname}${searchStr}` });
  const go = useGo();
  const dialog = (leaflets: LeafletName[]): ReactNode =>
    section === HAND_OUT ? (
      <HandOutDialog
        base={base}
        section={HAND_OUT}
        caseId={null}
        person={null}
        leaflets={leaflets}
        onClose={() => go(here)}
        go={go}
        tellDone={tellDone}
      />
    ) : null;
  return { dialog, open: () => go(`${here}#${HAND_OUT}`) };
}

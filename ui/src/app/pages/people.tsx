import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useCallback } from "react";
import { PersonEducation } from "../../features/education/given/person/PersonEducation";
import { journalRoutes } from "../../features/journal/routes";
import type { PeopleSearch } from "../../features/people/list/search";
import { peopleRoutes } from "../../features/people/routes";
import { useGo } from "../session/go";
import { tellDone } from "../session/tellDone";
import { CasesOfPerson } from "./CasesOfPerson";

const list = getRouteApi("/people");
const adding = getRouteApi("/people/new");
const one = getRouteApi("/people/$id");
const editing = getRouteApi("/people/$id/edit");

export function PeopleList() {
  const navigate = list.useNavigate();
  const onSearch = useCallback(
    (search: PeopleSearch) => void navigate({ search, replace: true, resetScroll: false }),
    [navigate],
  );
  return <peopleRoutes.PeopleListPage search={list.useSearch()} onSearch={onSearch} go={useGo()} />;
}

export function NewPerson() {
  const { kind } = adding.useSearch();
  return <peopleRoutes.NewPersonPage kind={kind ?? null} go={useGo()} tellDone={tellDone} />;
}

export function OnePerson() {
  const { id } = one.useParams();
  const section = useLocation({ select: ({ hash }) => hash || null });
  const go = useGo();
  return (
    <peopleRoutes.PersonPage
      key={id}
      id={id}
      go={go}
      cases={<CasesOfPerson person={id} />}
      education={<PersonEducation person={id} section={section} go={go} tellDone={tellDone} />}
      history={<journalRoutes.HistoryPanel record={id} />}
    />
  );
}

export function EditPerson() {
  const { id } = editing.useParams();
  return <peopleRoutes.EditPersonPage id={id} go={useGo()} tellDone={tellDone} />;
}

export function BringPeople() {
  return <peopleRoutes.BringPage go={useGo()} tellDone={tellDone} />;
}

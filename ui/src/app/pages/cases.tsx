import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useCallback } from "react";
import { AdvisorAt } from "../../features/advisor/ask/AdvisorAt";
import { AdvisorLink } from "../../features/advisor/decided/AdvisorLink";
import { AdvisorNotice } from "../../features/advisor/decided/AdvisorNotice";
import { DecisionPanel } from "../../features/advisor/decided/DecisionPanel";
import { useDecisionStory } from "../../features/advisor/decided/useDecisionStory";
import type { CasesSearch } from "../../features/cases/filter/search";
import { casesRoutes } from "../../features/cases/routes";
import { CaseChanges } from "../../features/clocks/dates/CaseChanges";
import { CaseClocksPanel } from "../../features/clocks/panel/CaseClocksPanel";
import { ClockStrip } from "../../features/clocks/panel/ClockStrip";
import { WhyThisDate } from "../../features/clocks/why/WhyThisDate";
import { contactsRoutes } from "../../features/contacts/routes";
import { CaseEducation } from "../../features/education/given/panel/CaseEducation";
import { useGivenStory } from "../../features/education/given/story/useGivenStory";
import { exportsRoutes } from "../../features/exports/routes";
import { journalRoutes } from "../../features/journal/routes";
import { CaseSigns } from "../../features/watchers/CaseSigns";
import { useOffice } from "../../ipc/answers";
import type { Id } from "../../ipc/contract";
import { caseAskedEarly } from "../session/early";
import { caseOf, useGo } from "../session/go";
import { useRemembered } from "../session/recent";
import { tellDone } from "../session/tellDone";

const list = getRouteApi("/cases");
const adding = getRouteApi("/cases/new");
const one = getRouteApi("/cases/$id");
const summary = getRouteApi("/cases/$id/summary");

export function CasesList() {
  const navigate = list.useNavigate();
  // The same from one drawing to the next: each row of the list has filters that call it.
  const onSearch = useCallback(
    (search: CasesSearch) => void navigate({ search, replace: true, resetScroll: false }),
    [navigate],
  );
  const go = useGo();
  const open = useCallback(
    (href: string) => {
      // The office answers while the router still finds the page.
      const opened = caseOf(href);
      if (opened !== null) void caseAskedEarly(opened);
      go(href);
    },
    [go],
  );
  return <casesRoutes.CasesListPage search={list.useSearch()} onSearch={onSearch} go={open} />;
}

export function NewCase() {
  const { patient } = adding.useSearch();
  return <casesRoutes.OpenCasePage patient={patient ?? null} go={useGo()} tellDone={tellDone} />;
}

/** A case: its own parts, its contacts, its clocks, and its history, side by side. */
export function OneCase() {
  const { id } = one.useParams();
  const { at = null } = one.useSearch();
  const section = useLocation({ select: ({ hash }) => hash || null });
  const go = useGo();
  useRemembered(useNamed(id));
  const piece = { caseId: id, section, go, tellDone };
  const others = [...useGivenStory(id), ...useDecisionStory(id)];
  return (
    <>
      <casesRoutes.CasePage
        id={id}
        section={section}
        go={go}
        tellDone={tellDone}
        besideKind={<AdvisorLink caseId={id} go={go} />}
        notice={
          <>
            <AdvisorNotice caseId={id} go={go} />
            <CaseSigns caseId={id} />
          </>
        }
        decision={<DecisionPanel caseId={id} />}
        strip={<ClockStrip caseId={id} go={go} />}
        addContact={<contactsRoutes.AddContactBox {...piece} />}
        timeline={<contactsRoutes.Timeline {...piece} others={others} />}
        clocks={<CaseClocksPanel {...piece} at={at} />}
        education={<CaseEducation {...piece} at={at} />}
        clockChanges={(facts) => <CaseChanges facts={facts} />}
        history={<journalRoutes.HistoryPanel record={id} />}
      />
      <AdvisorAt {...piece} />
      <WhyThisDate caseId={id} section={section} go={go} />
    </>
  );
}

export function CaseSummary() {
  const { id } = summary.useParams();
  const navigate = summary.useNavigate();
  return (
    <exportsRoutes.SummaryPage
      caseId={id}
      search={summary.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      tellDone={tellDone}
    />
  );
}

/** How the rail names a case that was open. The whole name: which part of it is the last name is not ours to guess. */
function useNamed(id: Id): { id: Id; label: string } | null {
  const view = useOffice("cases.view", { id }).data;
  if (!view) return null;
  return { id, label: `${view.number} ${view.patientName}` };
}

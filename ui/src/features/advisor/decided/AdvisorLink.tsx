import { useMemo } from "react";
import { Link } from "../../../design/buttons/Link";
import { useShortcuts } from "../../../design/keys";
import { useOffice } from "../../../ipc/answers";
import type { Id } from "../../../ipc/contract";
import { advisorWords as words } from "../../../words/rules/advisor";
import { openerOf } from "./said";
import { useMayDecide } from "./useMayDecide";

const OPENER = "advisor-opener";

type AdvisorLinkProps = { caseId: Id; go: (href: string) => void };

/** Beside the kind of a case: the question that the advisor answers. */
export function AdvisorLink({ caseId, go }: AdvisorLinkProps) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const mayDecide = useMayDecide(view);
  const href = `/cases/${caseId}#what-is-this`;
  useAdvisorKey(href, go, mayDecide);
  const profile = useOffice("security.status", null).data?.office?.profile;
  if (!mayDecide || profile === undefined) return null;
  return (
    <Link id={OPENER} href={href}>
      {openerOf(profile)}
    </Link>
  );
}

/**
 * Opens the advisor as this link does, from elsewhere on the page: closed, it hands the focus back to
 * the link, which is still there when what was pressed is not.
 */
export function openAdvisor(caseId: Id, go: (href: string) => void): void {
  document.getElementById(OPENER)?.focus();
  go(`/cases/${caseId}#what-is-this`);
}

function useAdvisorKey(href: string, go: (href: string) => void, mayDecide: boolean): void {
  const shortcuts = useMemo(() => {
    const run = () => go(href);
    const key = { id: "case.what-is-this", label: words.key, keys: "W", group: words.group, run };
    return mayDecide ? [key] : [];
  }, [href, go, mayDecide]);
  useShortcuts(shortcuts);
}

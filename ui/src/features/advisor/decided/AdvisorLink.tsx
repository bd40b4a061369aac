import { useMemo } from "react";
import { Link } from "../../../design/buttons/Link";
import { useShortcuts } from "../../../design/keys";
import { useOffice } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { advisorWords as words } from "../../../words/advisor";
import { useMayDecide } from "./useMayDecide";

type AdvisorLinkProps = { caseId: Id; go: (href: string) => void };

/** Beside the kind of a case: the question that the advisor answers. */
export function AdvisorLink({ caseId, go }: AdvisorLinkProps) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const mayDecide = useMayDecide(view);
  const href = `/cases/${caseId}#what-is-this`;
  useAdvisorKey(href, go, mayDecide);
  const profile = useOffice("security.status", null).data?.office?.profile;
  if (!mayDecide || profile === undefined) return null;
  return <Link href={href}>{openerOf(profile)}</Link>;
}

function openerOf(profile: string): string {
  return Object.entries(words.opener).find(([id]) => id === profile)?.[1] ?? words.openerElse;
}

function useAdvisorKey(href: string, go: (href: string) => void, mayDecide: boolean): void {
  const shortcuts = useMemo(() => {
    const run = () => go(href);
    const key = { id: "case.what-is-this", label: words.key, keys: "W", group: words.group, run };
    return mayDecide ? [key] : [];
  }, [href, go, mayDecide]);
  useShortcuts(shortcuts);
}

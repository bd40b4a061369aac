import { Button } from "../../../design/buttons/Button";
import { Banner } from "../../../design/telling/Banner";
import { useOffice } from "../../../ipc/answers";
import type { Id } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";
import { openAdvisor } from "./AdvisorLink";
import { useMayDecide } from "./useMayDecide";

const words = advisorWords.notice;

type AdvisorNoticeProps = { caseId: Id; go: (href: string) => void };

/** On a complaint that nobody has looked at by the rules yet: says so, and what it reads like. */
export function AdvisorNotice({ caseId, go }: AdvisorNoticeProps) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const decided = useOffice("advisor.for_case", { case: caseId }).data;
  const mayDecide = useMayDecide(view);
  if (!mayDecide || view?.form.kind !== "complaint" || decided?.decisions.length !== 0) return null;
  const { resembles } = decided;
  return (
    <Banner
      tone={resembles === null ? "plain" : "soon"}
      title={words.title}
      action={<Button onPress={() => openAdvisor(caseId, go)}>{words.open}</Button>}
    >
      {resembles === null ? null : `${words.resembles(resembles.kind, resembles.rule)} `}
      {words.asks}
    </Banner>
  );
}

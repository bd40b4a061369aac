import { useEffect, useRef } from "react";
import { Stack } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { Id, RulesView } from "../../../ipc/contract";
import { rulesWords as words } from "../../../words/rules/rules";
import { unverifiedIn, withAdvice } from "./choices";
import { CheckDialog } from "./forms/CheckDialog";
import { ClosedDialog } from "./forms/ClosedDialog";
import type { FormProps } from "./forms/FormDialog";
import { HoursDialog } from "./forms/HoursDialog";
import { MarginDialog } from "./forms/MarginDialog";
import { NumberDialog } from "./forms/NumberDialog";
import { CalendarsPart } from "./parts/CalendarsPart";
import { ChecksPart } from "./parts/ChecksPart";
import { ClosedPart } from "./parts/ClosedPart";
import { CountingPart } from "./parts/CountingPart";
import { FilePart } from "./parts/FilePart";
import { NumbersPart } from "./parts/NumbersPart";
import { OptionalPart } from "./parts/OptionalPart";
import { PacksPart } from "./parts/PacksPart";
import styles from "./parts/Parts.module.css";
import { PendingPart } from "./parts/PendingPart";
import { PLACE, pointedAt } from "./places";
import { AskDialog } from "./saving/AskDialog";
import { CountingDialog } from "./saving/CountingDialog";
import { useSettling } from "./saving/useSettling";

const NUMBER = "number-";
const CHECK = "check-";

type RulesSectionProps = {
  /** What stands after "#" in the address: the form that is open. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The rules in force, the office's own numbers, and how its dates are counted. */
export function RulesSection({ section, go, tellDone }: RulesSectionProps) {
  const { data: rules, error } = useOffice("clocks.settings", null);
  const advice = useOffice("advisor.checks", null);
  const person = useOffice("security.status", null).data?.person;
  const settling = useSettling(tellDone);
  const view = rules && advice.data ? withAdvice(rules, advice.data) : undefined;
  const place = useRow(pointedAt(section), view !== undefined);
  if (error ?? advice.error) throw error ?? advice.error;
  if (!view) return <Skeleton label={words.loading} shape="rows" count={6} />;
  const mayChange = person?.roles.includes("admin") ?? false;
  const part = {
    view,
    mayChange,
    settling,
    pointedAt: pointedAt(section),
    onOpen: (form: string) => go(`${PLACE}#${form}`),
  };
  const open = unverifiedIn(view);
  return (
    <>
      <Stack gap={3}>
        <p className={styles.intro}>{words.lead}</p>
        <p>{open === 0 ? words.settled : words.open(open)}</p>
        {mayChange ? null : <Banner>{words.readOnly}</Banner>}
      </Stack>
      <div ref={place} className={styles.parts}>
        <NumbersPart {...part} />
        <ChecksPart {...part} />
        <CountingPart {...part} />
        <CalendarsPart {...part} />
        <ClosedPart {...part} />
        <PacksPart {...part} />
        <OptionalPart {...part} />
        {mayChange ? <FilePart view={view} settling={settling} tellDone={tellDone} /> : null}
        {mayChange ? <PendingPart settling={settling} /> : null}
      </div>
      {mayChange ? (
        <OpenForm view={view} section={section} settling={settling} onClose={() => go(PLACE)} />
      ) : null}
      {settling.asking ? <AskDialog asking={settling.asking} settling={settling} /> : null}
      {settling.counting ? <CountingDialog counting={settling.counting} /> : null}
    </>
  );
}

/** Brings the row that a badge led to into sight, once it is there, and gives it the focus. */
function useRow(at: string | null, isRead: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === null || !isRead) return;
    const row = place.current?.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [at, isRead]);
  return place;
}

type OpenFormProps = FormProps & { view: RulesView; section: string | null };

function OpenForm({ view, section, ...form }: OpenFormProps) {
  if (section === "hours") return <HoursDialog view={view} {...form} />;
  if (section === "margin") return <MarginDialog view={view} {...form} />;
  if (section === "closed") return <ClosedDialog {...form} />;
  const check = view.checks.find(({ at }) => section === `${CHECK}${at}`);
  if (check?.confirmed === null) return <CheckDialog key={check.at} check={check} {...form} />;
  const number = view.numbers.find(({ rule }) => section === `${NUMBER}${rule}`);
  return number ? <NumberDialog key={number.rule} number={number} {...form} /> : null;
}

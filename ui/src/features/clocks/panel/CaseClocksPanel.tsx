import { useEffect, useRef } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { useLater } from "../../../design/layout/Later";
import { Section } from "../../../design/layout/Section";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { dropTopics } from "../../../ipc/cache";
import type { CaseClocks, Id } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { DateDialogs } from "../dates/DateDialogs";
import { DatesPanel } from "../dates/DatesPanel";
import { ClockDialogs } from "./ClockDialogs";
import { ClockGroups } from "./ClockGroups";
import styles from "./Clocks.module.css";
import { PromiseRow } from "./PromiseRow";

const words = clocksWords.panel;

export type CaseClocksPanelProps = {
  caseId: Id;
  /** The clock or promise to bring into sight, when a link led to it. */
  at: Id | null;
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The clocks of a case, the dates they run from, and the promises, each with its evidence. */
export function CaseClocksPanel(props: CaseClocksPanelProps) {
  const { caseId } = props;
  const open = useOffice("clocks.for_case", { case: caseId });
  if (open.error) {
    return (
      <Banner
        tone="late"
        title={words.failed}
        action={<Button onPress={() => dropTopics(["clocks"])}>{words.again}</Button>}
      >
        {open.error.message}
      </Banner>
    );
  }
  if (open.data === undefined) return <Skeleton label={words.loading} shape="lines" count={3} />;
  return <ReadClocks {...props} open={open.data} />;
}

function ReadClocks({ open, ...props }: CaseClocksPanelProps & { open: CaseClocks }) {
  const { caseId, at, section, go, tellDone } = props;
  const view = useOffice("cases.view", { id: caseId }).data;
  const dates = useOffice("clocks.events", { case: caseId });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === null) return;
    const row = place.current?.querySelector(`[data-due="${CSS.escape(at)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const isClosed = view !== undefined && view.closedOn !== null;
  // A link that leads to a promise finds it at once.
  const isTime = useLater() || at !== null;
  const dialog = { caseId, section, go, tellDone, onClose: () => go(`/cases/${caseId}`) };
  return (
    <div ref={place} className={styles.panel}>
      <ClockGroups
        clocks={open.clocks}
        stopped={open.stopped}
        caseId={caseId}
        at={at}
        isClosed={isClosed}
        dates={dates.data?.recorded ?? []}
        go={go}
        tellDone={tellDone}
      />
      {isTime ? (
        <>
          <DatesPanel
            dates={dates.data}
            problem={dates.error?.message ?? null}
            caseId={caseId}
            isClosed={isClosed}
          />
          <Section
            title={words.promises}
            action={
              <Link href={`/cases/${caseId}#promise`} aria-label={words.addPromise}>
                {words.promiseShort}
              </Link>
            }
          >
            {open.promises.length === 0 ? <p className={styles.quiet}>{words.noPromises}</p> : null}
            <ul>
              {open.promises.map((promise) => (
                <PromiseRow
                  key={promise.id}
                  promise={promise}
                  caseId={caseId}
                  isPointedAt={promise.id === at}
                />
              ))}
            </ul>
          </Section>
        </>
      ) : null}
      <ClockDialogs open={open} {...dialog} />
      {isClosed ? null : <DateDialogs dates={dates.data} {...dialog} />}
    </div>
  );
}

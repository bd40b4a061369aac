import { useEffect, useRef } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Section } from "../../../design/layout/Section";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { dropTopics, useOffice } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { ClockDialogs } from "./ClockDialogs";
import { ClockRow } from "./ClockRow";
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

/** The clocks and promises of a case, each with its reason and its evidence. */
export function CaseClocksPanel({ caseId, at, section, go, tellDone }: CaseClocksPanelProps) {
  const open = useOffice("clocks.for_case", { case: caseId });
  const place = useRef<HTMLDivElement>(null);
  const isThere = open.data !== undefined;
  useEffect(() => {
    if (!isThere || at === null) return;
    const row = place.current?.querySelector(`[data-due="${CSS.escape(at)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [at, isThere]);
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
  const { clocks, promises } = open.data;
  return (
    <div ref={place} className={styles.panel}>
      <Section title={words.clocks}>
        {clocks.length === 0 ? <p className={styles.quiet}>{words.noClocks}</p> : null}
        <ul>
          {clocks.map((clock) => (
            <ClockRow key={clock.id} clock={clock} caseId={caseId} isPointedAt={clock.id === at} />
          ))}
        </ul>
      </Section>
      <Section
        title={words.promises}
        action={
          <Link href={`/cases/${caseId}#promise`} aria-label={words.addPromise}>
            {words.promiseShort}
          </Link>
        }
      >
        {promises.length === 0 ? <p className={styles.quiet}>{words.noPromises}</p> : null}
        <ul>
          {promises.map((promise) => (
            <PromiseRow
              key={promise.id}
              promise={promise}
              caseId={caseId}
              isPointedAt={promise.id === at}
            />
          ))}
        </ul>
      </Section>
      <ClockDialogs
        open={open.data}
        caseId={caseId}
        section={section}
        onClose={() => go(`/cases/${caseId}`)}
        tellDone={tellDone}
      />
    </div>
  );
}

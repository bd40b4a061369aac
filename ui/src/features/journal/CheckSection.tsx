import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import { Section } from "../../design/layout/Section";
import { Stack } from "../../design/layout/Stack";
import { Banner } from "../../design/telling/Banner";
import { ProgressBar } from "../../design/telling/ProgressBar";
import { useAction } from "../../ipc/cache";
import type { Id, VerifyReport } from "../../ipc/contract";
import { stopWork, useProgress } from "../../ipc/useProgress";
import { journalWords } from "../../words/journal";
import { CheckReport } from "./CheckReport";
import styles from "./Journal.module.css";
import { Rebuild } from "./Rebuild";

const { check: words } = journalWords;

type CheckSectionProps = { tellDone: (words: string, entry: Id | null) => void };

/** Reads the whole office and says whether it is whole; rebuilds the lists when they differ. */
export function CheckSection({ tellDone }: CheckSectionProps) {
  const verify = useAction("journal.verify");
  const rebuild = useAction("journal.rebuild");
  const [report, setReport] = useState<VerifyReport | null>(null);
  const run = () => verify.mutate(null, { onSuccess: ({ output }) => setReport(output) });
  const mend = () =>
    rebuild.mutate(null, {
      onSuccess: ({ output }) => {
        setReport(output);
        tellDone(journalWords.rebuild.done, null);
      },
    });
  const isBusy = verify.isPending || rebuild.isPending;
  return (
    <Stack gap={8}>
      <Stack gap={4}>
        <p className={styles.lead}>{words.lead}</p>
        <div>
          <Button variant="primary" onPress={run} isPending={isBusy} pendingLabel={words.run}>
            {words.run}
          </Button>
        </div>
        {isBusy ? (
          <Busy label={rebuild.isPending ? journalWords.rebuild.running : words.running} />
        ) : null}
        <Failure title={words.problem} message={verify.error?.message} />
        {report === null ? (
          <p className={styles.hint}>{words.never}</p>
        ) : (
          <CheckReport report={report} />
        )}
      </Stack>
      <Section title={journalWords.rebuild.title}>
        <Stack gap={4}>
          <Failure title={journalWords.rebuild.problem} message={rebuild.error?.message} />
          <Rebuild isBusy={isBusy} onRebuild={mend} />
        </Stack>
      </Section>
    </Stack>
  );
}

function Failure({ title, message }: { title: string; message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <Banner tone="late" title={title} live>
      {message}
    </Banner>
  );
}

function Busy({ label }: { label: string }) {
  const progress = useProgress(true);
  const isCounted = progress !== null && progress.total > 0;
  return (
    <ProgressBar
      label={label}
      done={isCounted ? progress.done : null}
      total={isCounted ? progress.total : 1}
      valueText={progress?.what ?? label}
      onStop={progress?.stoppable ? stopWork : undefined}
      stopLabel={journalWords.stop}
    />
  );
}

import { Button } from "../../design/buttons/Button";
import { Timeline, TimelineDay, TimelineRow } from "../../design/layout/Timeline";
import { tell } from "../../design/overlays/Toast";
import { Banner } from "../../design/telling/Banner";
import { EmptyState } from "../../design/telling/EmptyState";
import { Skeleton } from "../../design/telling/Skeleton";
import { askAgain, useOffice } from "../../ipc/answers";
import { useAction } from "../../ipc/cache";
import type { HistoryLine, Id } from "../../ipc/contract";
import { journalWords } from "../../words/journal";
import { useFormat } from "../../words/shown/useFormat";
import { withoutMarks } from "../../words/shown/withoutMarks";
import { byDay } from "./days";
import { FieldChanges } from "./FieldChanges";
import styles from "./Journal.module.css";

const { history: words } = journalWords;

/** Everything done to one record, or in one case, the latest first. */
export function HistoryPanel({ record }: { record: Id }) {
  const history = useOffice("journal.history", { record });
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (history.error) {
    return (
      <Banner
        tone="late"
        title={words.problem}
        action={
          <Button onPress={() => askAgain("journal.history", { record })}>{words.again}</Button>
        }
      >
        {history.error.message}
      </Banner>
    );
  }
  if (history.data === undefined || zone === undefined) return <Skeleton label={words.loading} />;
  if (history.data.length === 0) return <EmptyState sentence={words.empty} />;
  return <Lines lines={history.data} zone={zone} />;
}

function Lines({ lines, zone }: { lines: HistoryLine[]; zone: string }) {
  const format = useFormat();
  return (
    <Timeline label={words.label}>
      {byDay(lines, zone).map(({ day, lines: ofDay }) => (
        <TimelineDay key={day} heading={format.weekday(day)}>
          {ofDay.map((line) => (
            <TimelineRow
              key={line.entry}
              time={format.instantTime(line.at, zone)}
              title={withoutMarks(line.words)}
              aside={line.undoable ? <Undo line={line} /> : undefined}
            >
              {line.reason ? (
                <p className={styles.reason}>
                  {words.reason}: {line.reason}
                </p>
              ) : null}
              <FieldChanges line={line} />
            </TimelineRow>
          ))}
        </TimelineDay>
      ))}
    </Timeline>
  );
}

function Undo({ line }: { line: HistoryLine }) {
  const undo = useAction("journal.undo");
  const takeBack = () =>
    undo.mutate(
      { entry: line.entry },
      {
        onSuccess: () => tell({ words: words.undone }),
        onError: ({ message }) => tell({ words: message, tone: "late" }),
      },
    );
  return (
    <Button
      variant="link"
      size="small"
      aria-label={words.undoLabel(line.words)}
      isPending={undo.isPending}
      onPress={takeBack}
    >
      {words.undo}
    </Button>
  );
}

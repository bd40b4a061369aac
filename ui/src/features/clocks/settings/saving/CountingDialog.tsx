import { Button } from "../../../../design/buttons/Button";
import { Dialog } from "../../../../design/overlays/Dialog";
import { Banner } from "../../../../design/telling/Banner";
import { ProgressBar } from "../../../../design/telling/ProgressBar";
import { useProgress } from "../../../../ipc/useProgress";
import { generalWords } from "../../../../words/messages";
import { rulesWords } from "../../../../words/rules/rules";
import styles from "./Saving.module.css";
import type { Counting } from "./useSettling";

const words = rulesWords.recount;

/** Counting again: what is being done, how far, and Stop; then what became of it when it ended early. */
export function CountingDialog({ counting }: { counting: Counting }) {
  const { isPending, problem, wasStopped, stop, goOn, leave } = counting;
  const ended = wasStopped ? words.stopped : words.failed(problem?.message ?? "");
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || isPending || leave()}
      title={isPending ? words.title : wasStopped ? words.stoppedTitle : words.failedTitle}
      closeLabel={null}
      size="small"
      actions={
        isPending ? null : (
          <div className={styles.actions}>
            <Button variant="primary" onPress={goOn}>
              {words.on}
            </Button>
            <Button onPress={leave}>{generalWords.close}</Button>
          </div>
        )
      }
    >
      {isPending ? (
        <Progress onStop={stop} />
      ) : (
        <Banner tone={wasStopped ? "plain" : "late"} live>
          {ended}
        </Banner>
      )}
    </Dialog>
  );
}

function Progress({ onStop }: { onStop: () => void }) {
  const progress = useProgress(true);
  const isCounted = progress !== null && progress.total > 1;
  return (
    <ProgressBar
      label={words.label}
      done={isCounted ? progress.done : null}
      total={isCounted ? progress.total : 1}
      valueText={progress ? words.step(progress.what, progress.done, progress.total) : ""}
      onStop={progress?.stoppable ? onStop : undefined}
      stopLabel={words.stop}
    />
  );
}

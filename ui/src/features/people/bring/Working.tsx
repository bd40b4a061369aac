import { ProgressBar } from "../../../design/telling/ProgressBar";
import { stopWork, useProgress } from "../../../ipc/useProgress";
import { peopleWords } from "../../../words/people";

const { bring: words } = peopleWords;

/** What is being done, how far, and Stop where it can be stopped. */
export function Working({ label }: { label: string }) {
  const progress = useProgress(true);
  const isCounted = progress !== null && progress.total > 0;
  return (
    <ProgressBar
      label={label}
      done={isCounted ? progress.done : null}
      total={isCounted ? progress.total : 1}
      valueText={progress ? words.step(progress.what, progress.done, progress.total) : label}
      onStop={progress?.stoppable ? stopWork : undefined}
      stopLabel={words.stop}
    />
  );
}

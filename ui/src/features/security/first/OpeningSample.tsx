import { ProgressBar } from "../../../design/telling/ProgressBar";
import type { Progress } from "../../../ipc/contract";
import { stopWork } from "../../../ipc/useProgress";
import { securityWords } from "../../../words/security";
import styles from "./First.module.css";

export function OpeningSample({ progress }: { progress: Progress | null }) {
  const { first } = securityWords;
  const isCounted = progress !== null && progress.total > 0;
  const words =
    progress === null
      ? first.opening
      : first.openingStep(progress.what, progress.done, progress.total);
  return (
    <div className={styles.stack}>
      <h1>{first.sampleTitle}</h1>
      <ProgressBar
        label={first.opening}
        done={isCounted ? progress.done : null}
        total={isCounted ? progress.total : 1}
        valueText={words}
        onStop={progress?.stoppable ? stopWork : undefined}
        stopLabel={first.stop}
      />
    </div>
  );
}

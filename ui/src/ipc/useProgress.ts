import { useEffect, useState } from "react";
import { call } from "./call";
import type { Progress } from "./contract";

const ASK_EVERY_MS = 250;

/** How far the office's long work is, asked for as long as `isWorking`. */
export function useProgress(isWorking: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!isWorking) return;
    const ask = () =>
      call("office.progress", null).then(
        ({ output }) => setProgress(output),
        () => setProgress(null), // Then the bar only says that something goes on.
      );
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      setProgress(null);
    };
  }, [isWorking]);
  return progress;
}

/** Asks the office to stop its long work; the work itself answers how that went. */
export function stopWork(): void {
  call("office.stop", null).catch(() => {});
}

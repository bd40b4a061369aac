import { useAction } from "../../../ipc/cache";
import type { Progress } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import { useProgress } from "../../../ipc/useProgress";

export type Sample = {
  open: () => void;
  isOpening: boolean;
  progress: Progress | null;
  error: OfficeError | null;
};

/** Makes the sample office when it is not there yet, and opens it. */
export function useSample(onOpened: () => void): Sample {
  const open = useAction("security.open_sample");
  return {
    open: () => open.mutate(null, { onSuccess: onOpened }),
    isOpening: open.isPending || open.isSuccess,
    progress: useProgress(open.isPending),
    error: open.error,
  };
}

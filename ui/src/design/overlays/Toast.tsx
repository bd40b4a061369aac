import { X } from "lucide-react";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button,
  Text,
} from "react-aria-components";
import { classes } from "../given";
import { keepOutOfTheWay } from "./outOfTheWay";
import styles from "./Toast.module.css";

// The only file that knows react-aria's toasts are still called unstable.

export type Telling = {
  /** What happened: "Contact added." */
  words: string;
  /** What can still be done about it; Undo, most often. */
  action?: { label: string; run: () => void } | undefined;
  tone?: "plain" | "late" | undefined;
};

/** Long enough to find the button by keyboard; hovering or focusing stops the time. */
const SHOWN_FOR_MS = 12_000;

const queue = new AriaToastQueue<Telling>({ maxVisibleToasts: 3 });

/** Tells the person what happened; returns how to take it back early. */
export function tell(telling: Telling): () => void {
  const key = queue.add(telling, { timeout: SHOWN_FOR_MS });
  return () => queue.close(key);
}

/** Takes every toast away, as a lock must: they may hold names. */
export function hushAll(): void {
  queue.clear();
}

// React-aria's own F6 looks for the region before the first toast has made it, and never again.
let shown: HTMLElement | null = null;

/** Puts focus on what can be done about the latest toast, for F6. */
export function focusToasts(): void {
  shown?.querySelector("button")?.focus();
}

export type ToastRegionProps = {
  /** Names the region for those who listen: "Notifications". */
  label: string;
  closeLabel: string;
};

export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion
      ref={watched}
      queue={queue}
      aria-label={label}
      className={classes(styles.region)}
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className={classes(styles.toast, toast.content.tone === "late" && styles.late)}
        >
          <AriaToastContent role="status" className={styles.words}>
            <Text slot="title">{toast.content.words}</Text>
          </AriaToastContent>
          {toast.content.action ? (
            <Button
              className={classes(styles.action)}
              onPress={() => {
                queue.close(toast.key);
                toast.content.action?.run();
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <Button slot="close" aria-label={closeLabel} className={classes(styles.close)}>
            <X className={styles.icon} strokeWidth={1.75} aria-hidden />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

function watched(region: HTMLDivElement | null) {
  if (region === null) return undefined;
  shown = region;
  const stop = keepOutOfTheWay(region);
  return () => {
    shown = null;
    stop();
  };
}

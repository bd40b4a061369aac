import { call } from "../../ipc/call";

const LOOK_EVERY_MS = 5_000;
const TOUCH_EVERY_MS = 15_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/**
 * Tells the office that somebody is here, and calls `onIdle` once when nobody was for this long.
 * The office locks by itself as well; this side only does it with the drafts written first. Time
 * asleep counts.
 */
export function watchIdle(minutes: number, onIdle: () => void): () => void {
  let last = Date.now();
  let touched = 0;
  const isOver = () => Date.now() - last >= minutes * 60_000;
  const seen = () => {
    // After a sleep, the first touch must not reopen what should have been locked meanwhile.
    if (isOver()) return end();
    last = Date.now();
    if (last - touched < TOUCH_EVERY_MS) return;
    touched = last;
    call("security.touch", null).catch(() => {}); // Then the office locks, and says so.
  };
  const stop = () => {
    clearInterval(timer);
    for (const sign of SIGNS) removeEventListener(sign, seen);
  };
  const end = () => {
    stop();
    onIdle();
  };
  const timer = setInterval(() => isOver() && end(), LOOK_EVERY_MS);
  for (const sign of SIGNS) addEventListener(sign, seen, { passive: true });
  return stop;
}

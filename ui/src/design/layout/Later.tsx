import { type ReactNode, startTransition, useEffect, useState } from "react";

/** A window that shows nothing paints nothing; then it is time without a picture. */
const AT_LATEST_MS = 250;

/** Whether what was drawn first is on the screen: what lies below it can follow. */
export function useLater(): boolean {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const begin = () => startTransition(() => setTime(true));
    let painted: ReturnType<typeof setTimeout>;
    // The first frame is out when the second one begins: working sooner would hold it up.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        painted = setTimeout(begin);
      });
    });
    const latest = setTimeout(begin, AT_LATEST_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(painted);
      clearTimeout(latest);
    };
  }, []);
  return isTime;
}

/** What lies below the part of a page that is seen first. It follows a frame later, so that the first is soon there. */
export function Later({ children }: { children: ReactNode }) {
  return useLater() ? children : null;
}

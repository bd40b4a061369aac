import { type ReactNode, startTransition, useEffect, useState } from "react";
import { whenPainted } from "../../ipc/painted";

/** Whether what was drawn first is on the screen: what lies below it can follow. */
export function useLater(): boolean {
  const [isTime, setTime] = useState(false);
  useEffect(() => whenPainted(() => startTransition(() => setTime(true))), []);
  return isTime;
}

/** What lies below the part of a page that is seen first. It follows a frame later, so that the first is soon there. */
export function Later({ children }: { children: ReactNode }) {
  return useLater() ? children : null;
}

import { type RefObject, useEffect } from "react";
import type { Id } from "../../../../ipc/contract";

/** Scrolls to the handout a link led to. */
export function useInSight(place: RefObject<HTMLElement | null>, at: Id | null): void {
  useEffect(() => {
    if (at === null) return;
    const row = place.current?.querySelector(`[data-handout="${CSS.escape(at)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [place, at]);
}

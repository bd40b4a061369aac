import { type RefCallback, useCallback, useEffectEvent } from "react";

/** Calls back when the element comes near the part of the page in sight. */
export function useSeen(onSeen: () => void): RefCallback<HTMLElement> {
  const tell = useEffectEvent(onSeen);
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && tell(),
      { rootMargin: "400px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
}

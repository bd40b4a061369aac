import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

const GIVE_UP_MS = 3_000;

/** Moves focus to the heading of the page that was gone to, so that it is read and Tab goes on from it. */
export function useHeadingFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (path === undefined || path === last.current) return;
    last.current = path;
    return focusHeading();
  }, [path]);
}

/** Skips over the frame. */
export function focusHeading(): () => void {
  const page = document.getElementById("root") ?? document.body;
  if (tryFocus()) return () => {};
  const watch = new MutationObserver(() => tryFocus() && stop());
  const timer = setTimeout(() => stop(), GIVE_UP_MS);
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  watch.observe(page, { childList: true, subtree: true });
  return stop;
}

function tryFocus(): boolean {
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading === null) return false;
  // A field that asked for focus itself, as quick capture does, keeps it.
  const main = heading.closest("main");
  const isInField = document.activeElement?.matches("input, textarea, [role=spinbutton]") ?? false;
  if (isInField && main?.contains(document.activeElement)) return true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

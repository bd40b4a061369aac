import { useSyncExternalStore } from "react";

const OTHERWISE = 16;

/** How many pixels a rem is now. Virtual rows are laid out in pixels and must follow the text. */
export function useRootPixels(): number {
  return useSyncExternalStore(subscribe, rootPixels, () => OTHERWISE);
}

/** Whether a finger is the pointer, so that rows need 44 px rather than 37. */
export function useCoarsePointer(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia("(pointer: coarse)").matches,
    () => false,
  );
}

function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || OTHERWISE;
}

function subscribe(hear: () => void): () => void {
  const watch = new MutationObserver(hear);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  addEventListener("resize", hear);
  return () => {
    watch.disconnect();
    removeEventListener("resize", hear);
  };
}

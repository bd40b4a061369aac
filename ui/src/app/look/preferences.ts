import { useCallback } from "react";
import { tell } from "../../design/overlays/Toast";
import { useOffice } from "../../ipc/answers";
import { cache, keyOf } from "../../ipc/cache";
import { call } from "../../ipc/call";
import type { Preferences } from "../../ipc/contract";
import { toOfficeError } from "../../ipc/errors";

/** What is shown until the office answers, and when it cannot. */
export const USUAL: Preferences = {
  theme: "system",
  contrast: "system",
  textScale: 100,
  dates: "system",
  clock24: false,
};

const STEPS = [100, 110, 125, 150, 175, 200] as const;
const KEY = keyOf("security.preferences", null);

export function usePreferences(): Preferences {
  return useOffice("security.preferences", null).data ?? USUAL;
}

/** Shows the change at once and keeps it; goes back when it could not be kept. */
export function setPreferences(next: Preferences): void {
  const before = presentPreferences();
  cache.setQueryData(KEY, next);
  call("security.set_preferences", next).catch((thrown: unknown) => {
    cache.setQueryData(KEY, before);
    tell({ words: toOfficeError(thrown).message, tone: "late" });
  });
}

/** Bigger or smaller text, or the usual size. */
export function useTextSize(): (way: "bigger" | "smaller" | "usual") => void {
  return useCallback((way) => {
    const present = presentPreferences();
    setPreferences({ ...present, textScale: stepped(present.textScale, way) });
  }, []);
}

export function stepped(scale: number, way: "bigger" | "smaller" | "usual"): number {
  if (way === "usual") return 100;
  if (way === "bigger") return STEPS.find((step) => step > scale) ?? 200;
  return STEPS.findLast((step) => step < scale) ?? 100;
}

function presentPreferences(): Preferences {
  return cache.getQueryData<Preferences>(KEY) ?? USUAL;
}

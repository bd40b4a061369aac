import { type ClipboardEvent, createContext, useContext, useState } from "react";

/** Says why a paste was refused: how much it was, and how much fits. */
export type PasteWords = (pasted: number, fits: number) => string;

/** Provided once, by Surroundings. */
export const PasteContext = createContext<PasteWords>(() => "");

/** What fits a line nobody set a limit for. */
export const LINE = 500;
/** What fits a text nobody set a limit for. */
export const TEXT = 20_000;

/** A little too much is kept and counted; far too much would stop the window. */
const FAR_TOO_MUCH = 10;

export function isFarTooMuch(pasted: number, limit: number): boolean {
  return pasted > limit * FAR_TOO_MUCH;
}

/** Refuses a paste far over the limit, whole and with words; what was written stays as it is. */
export function usePaste(limit: number) {
  const say = useContext(PasteContext);
  const [refused, setRefused] = useState<string | null>(null);
  const onPaste = (event: ClipboardEvent): void => {
    const { length } = event.clipboardData.getData("text/plain");
    const isRefused = isFarTooMuch(length, limit);
    if (isRefused) event.preventDefault();
    setRefused(isRefused ? say(length, limit) : null);
  };
  return { refused, onPaste };
}

import { createContext, useContext } from "react";
import { type Format, formatIn } from "./format";

/** How the person at this window reads dates; the frame provides it from their preferences. */
export const FormatContext = createContext<Format>(formatIn({ dates: "us", clock24: false }));

export function useFormat(): Format {
  return useContext(FormatContext);
}

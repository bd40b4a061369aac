import { createContext } from "react";

/** Whether the hours of a day are asked for as 1 to 12, or as 0 to 23. */
export type HourCycle = 12 | 24;

/**
 * Provided once, by Surroundings. It is no part of the locale: for a locale that says more than
 * language and region WebKit reads all it knows of such additions, half a megabyte.
 */
export const HourCycleContext = createContext<HourCycle>(12);

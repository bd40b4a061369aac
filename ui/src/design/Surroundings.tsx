import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { type HourCycle, HourCycleContext } from "./dates/hourCycle";
import { PasteContext, type PasteWords } from "./fields/paste";

export type SurroundingsProps = {
  /** From `localeOf(manner)`: decides the order of day, month and year in date fields. */
  locale: string;
  hourCycle: HourCycle;
  /** How a link inside the window is followed. */
  navigate?: ((href: string) => void) | undefined;
  /** What a field says when it refuses a paste. */
  pasteWords: PasteWords;
  children: ReactNode;
};

/** What every screen stands in: one language for fields, and one way to follow links. */
export function Surroundings(props: SurroundingsProps) {
  const { locale, hourCycle, navigate, pasteWords, children } = props;
  const body = navigate ? (
    <RouterProvider navigate={navigate}>{children}</RouterProvider>
  ) : (
    children
  );
  return (
    <I18nProvider locale={locale}>
      <HourCycleContext value={hourCycle}>
        <PasteContext value={pasteWords}>{body}</PasteContext>
      </HourCycleContext>
    </I18nProvider>
  );
}

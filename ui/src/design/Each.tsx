import { Fragment, type ReactNode } from "react";

export type EachProps<T> = { of: readonly T[]; children: (one: T, place: number) => ReactNode };

/** Draws a row of things that have no name and never move: parts of a sentence, blocks of a text. */
export function Each<T>({ of, children }: EachProps<T>) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the place is all there is to know one by.
  return of.map((one, place) => <Fragment key={place}>{children(one, place)}</Fragment>);
}

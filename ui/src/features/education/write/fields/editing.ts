import type { LeafletForm } from "../../../../ipc/contract";

/** A form being filled in: what it holds, and a step from what was to what is next. */
export type Editing = {
  form: LeafletForm;
  set: (step: (was: LeafletForm) => LeafletForm) => void;
};

/** A list with one more or one less. */
export function turned<T>(list: readonly T[], one: T, isIn: boolean): T[] {
  return isIn ? [...list.filter((other) => other !== one), one] : list.filter((o) => o !== one);
}

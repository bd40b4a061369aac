import type {
  AddContact,
  CaseClocks,
  ClockView,
  Day,
  Id,
  Moment,
  PromiseView,
} from "../../../ipc/contract";
import { canKeep, canMeet } from "../../../ipc/evidence";
import { type ContactFacts, type Named, usualDirection, withOf } from "../facts";

export type PromiseDraft = { what: string; due: Day | null; to: Id | null };

/** A contact while it is being written. */
export type ContactDraft = ContactFacts & {
  promise: PromiseDraft | null;
  meets: Id[];
  keeps: Id[];
};

/** Where the draft of a contact of this case is kept: the address of its form. */
export function draftOf(caseId: Id): string {
  return `/cases/${caseId}#contact`;
}

export function newContact(person: Named | null): ContactDraft {
  return {
    channel: "call",
    direction: usualDirection("call"),
    at: null,
    minutes: null,
    with: person,
    withText: person?.label ?? "",
    reached: "reached",
    summary: "",
    promise: null,
    meets: [],
    keeps: [],
  };
}

/** The open clocks a contact like this can be the evidence for. */
export function meetable(draft: ContactDraft, clocks: readonly ClockView[]): ClockView[] {
  return clocks.filter((clock) => clock.metOn === null && canMeet(clock, draft));
}

/** The promises a contact can keep: those still open. A note to ourselves keeps none. */
export function keepable(draft: ContactDraft, promises: readonly PromiseView[]): PromiseView[] {
  return promises.filter((promise) => promise.keptOn === null && canKeep(promise, draft));
}

/** What goes to the office; ticks that no longer apply stay behind. */
export function contactOf(
  id: Id,
  draft: ContactDraft,
  at: Moment,
  open: CaseClocks | undefined,
): AddContact {
  const { channel, direction, minutes, reached, summary, promise } = draft;
  const clocks = new Set(meetable(draft, open?.clocks ?? []).map((one) => one.id));
  const promises = new Set(keepable(draft, open?.promises ?? []).map((one) => one.id));
  return {
    case: id,
    channel,
    direction,
    at,
    minutes,
    ...withOf(draft),
    reached,
    summary,
    promise: promise === null ? null : { ...promise, due: promise.due ?? "" },
    meets: draft.meets.filter((one) => clocks.has(one)),
    keeps: draft.keeps.filter((one) => promises.has(one)),
  };
}

export function toggled(ids: readonly Id[], id: Id, isOn: boolean): Id[] {
  return isOn ? [...ids.filter((one) => one !== id), id] : ids.filter((one) => one !== id);
}

import type { Instant } from "./contract";

/** Where one form's draft stands. The rules are here, pure; useDraft does the waiting and the calling. */
export type DraftState<T> = {
  /** `looking`: asking whether an earlier draft is kept. `resting`: nothing waits to be written. */
  phase: "looking" | "resting" | "waiting" | "writing" | "failed";
  body: T;
  /** Counts changes, so that an answer about an older text never hides a newer one. */
  version: number;
  /** The version the office holds; null while it holds none. */
  keptVersion: number | null;
  keptAt: Instant | null;
  /** The body came from an earlier sitting, and the person has not yet said whether to go on with it. */
  restored: boolean;
  problem: string | null;
};

export type DraftEvent<T> =
  | { kind: "found"; body: T; at: Instant }
  | { kind: "nothing_found" }
  | { kind: "typed"; body: T }
  | { kind: "writing" }
  | { kind: "kept"; version: number; at: Instant }
  | { kind: "emptied"; version: number }
  | { kind: "failed"; problem: string }
  | { kind: "went_on" }
  | { kind: "dropped"; body: T };

export function startDraft<T>(initial: T): DraftState<T> {
  return {
    phase: "looking",
    body: initial,
    version: 0,
    keptVersion: null,
    keptAt: null,
    restored: false,
    problem: null,
  };
}

export function nextDraft<T>(state: DraftState<T>, event: DraftEvent<T>): DraftState<T> {
  switch (event.kind) {
    case "found":
      return found(state, event.body, event.at);
    case "nothing_found":
      return state.phase === "looking" ? { ...state, phase: restOrWait(state) } : state;
    case "typed":
      return typed(state, event.body);
    case "writing":
      return { ...state, phase: "writing" };
    case "kept":
      return kept(state, event.version, event.at);
    case "emptied":
      return { ...kept(state, event.version, null), keptVersion: null };
    case "failed":
      return { ...state, phase: "failed", problem: event.problem };
    case "went_on":
      return { ...state, restored: false };
    case "dropped":
      return { ...startDraft(event.body), phase: "resting", version: state.version + 1 };
  }
}

/** What the timer should do: write the draft, take an emptied one away, or nothing. */
export function dueWork<T>(state: DraftState<T>, initial: T): "save" | "drop" | "nothing" {
  if (state.phase !== "waiting" && state.phase !== "failed") return "nothing";
  if (!isSame(state.body, initial)) return "save";
  return state.keptVersion === null ? "nothing" : "drop";
}

/** A draft written by an earlier version of a form gets the fields it did not know. */
export function fillDraft<T>(initial: T, body: unknown): T {
  if (!isRecord(initial)) return body as T;
  return isRecord(body) ? ({ ...initial, ...body } as T) : initial;
}

/** Compares two bodies by what would be written. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

// Words typed while we were still looking win over the older draft: they are newer, and on screen.
function found<T>(state: DraftState<T>, body: T, at: Instant): DraftState<T> {
  if (state.phase !== "looking") return state;
  if (state.version > 0) return { ...state, phase: "waiting", keptVersion: 0, keptAt: at };
  return { ...state, phase: "resting", body, keptVersion: 0, keptAt: at, restored: true };
}

function typed<T>(state: DraftState<T>, body: T): DraftState<T> {
  const phase = state.phase === "looking" || state.phase === "writing" ? state.phase : "waiting";
  return { ...state, phase, body, version: state.version + 1, restored: false, problem: null };
}

function kept<T>(state: DraftState<T>, version: number, at: Instant | null): DraftState<T> {
  const phase = version === state.version ? "resting" : "waiting";
  return { ...state, phase, keptVersion: version, keptAt: at, problem: null };
}

function restOrWait<T>(state: DraftState<T>): "resting" | "waiting" {
  return state.version > 0 ? "waiting" : "resting";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

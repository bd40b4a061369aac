import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useFormat } from "../words/shown/useFormat";
import { useOffice } from "./answers";
import type { Instant } from "./contract";
import { DraftQueue } from "./draftQueue";

/** One form whose words survive a lock, a crash and a restart. */
export type DraftHold<T> = {
  body: T;
  /** False until an earlier draft was looked for; show the form's shape until then. */
  ready: boolean;
  /**
   * Takes the whole next body, or what makes it from the present one. Saved within a second. The
   * same function for as long as the form is the same.
   */
  set: (next: T | ((was: T) => T)) => void;
  /** When the office last kept it; null while there is nothing to keep. */
  keptAt: Instant | null;
  /** The same as this person reads times; null as long as it is. */
  kept: { time: string; moment: string } | null;
  /** True while the body on screen is an earlier draft nobody has touched yet: offer both ways on. */
  restored: boolean;
  goOn: () => void;
  /** Throws the draft away and begins again from the initial body. */
  startOver: () => void;
  /** Words for the person when the draft could not be kept. */
  problem: string | null;
  /** The form was sent: drops the draft and begins again, from `next` when it is given. */
  done: (next?: T) => Promise<void>;
};

/**
 * Keeps a form's words. `key` is the address of the form, `/cases/new` or `/cases/<id>#contact`,
 * so that the Drafts list can lead back to it; `title` is what that list calls it. `initial` is
 * read once for each key.
 */
export function useDraft<T>(key: string, title: string, initial: T): DraftHold<T> {
  const [held, setHeld] = useState(() => new DraftQueue(key, title, initial));
  let queue = held;
  if (held.key !== key) {
    queue = new DraftQueue(key, title, initial);
    setHeld(queue);
  }
  useEffect(() => queue.setTitle(title), [queue, title]);
  const state = useSyncExternalStore(queue.start, () => queue.state);
  const set = useCallback<DraftHold<T>["set"]>(
    (next) => queue.type(next instanceof Function ? next(queue.state.body) : next),
    [queue],
  );
  return {
    body: state.body,
    ready: state.phase !== "looking",
    set,
    keptAt: state.keptAt,
    kept: useInWords(state.keptAt),
    restored: state.restored,
    goOn: () => queue.goOn(),
    startOver: () => void queue.drop(),
    problem: state.phase === "failed" ? state.problem : null,
    done: (next) => queue.drop(next),
  };
}

function useInWords(at: Instant | null): DraftHold<unknown>["kept"] {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (at === null || zone === undefined) return null;
  return { time: format.instantTime(at, zone), moment: format.instant(at, zone) };
}

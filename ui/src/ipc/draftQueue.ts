import { cache, topicOf } from "./cache";
import { call, type Output } from "./call";
import {
  type DraftEvent,
  type DraftState,
  dueWork,
  fillDraft,
  nextDraft,
  startDraft,
} from "./draftState";
import { toOfficeError } from "./errors";

/** Typing rests this long before the draft is written. */
const REST_MS = 700;
/** A draft that could not be written is tried again after this long. */
const AGAIN_MS = 5_000;

const onScreen = new Set<() => Promise<void>>();

// One call at a time for each key, in order: a late save must not bring back a dropped draft, and
// a form that is opened again must not look before its last words are written.
const lines = new Map<string, Promise<void>>();

type Kept = Output<"drafts.get">;

/** What was found for a form that does not open after all is forgotten after this long. */
const FORGET_MS = 2_000;

// What was found for forms that are about to open, and who still looks.
const early = new Map<string, Kept>();
const looking = new Map<string, Promise<void>>();

/** Looks for the draft of a form before the form is drawn, so that it is drawn with its words. */
export function draftAskedEarly(key: string, ask: typeof call): Promise<void> {
  // Its last words are still being written, or were just found.
  if (lines.has(key) || early.has(key)) return Promise.resolve();
  const known = looking.get(key);
  if (known !== undefined) return known;
  const turn: Promise<void> = ask("drafts.get", { key })
    .then(({ output }) => {
      // What was written meanwhile is newer than what was found.
      if (looking.get(key) !== turn) return;
      early.set(key, output);
      setTimeout(() => early.delete(key), FORGET_MS);
    })
    .finally(() => {
      if (looking.get(key) === turn) looking.delete(key);
    });
  looking.set(key, turn);
  return turn;
}

/** Writes every draft on screen now; a lock waits for this. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...onScreen].map((flush) => flush()));
}

/** The life of one form's draft outside React: its timer and its calls. */
export class DraftQueue<T> {
  state: DraftState<T>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hear: () => void = () => {};

  constructor(
    readonly key: string,
    private title: string,
    private initial: T,
  ) {
    const kept = early.get(key);
    const state = startDraft(initial);
    this.state = kept === undefined ? state : nextDraft(state, this.asFound(kept));
  }

  /** Starts telling `hear` of every change, and looks for an earlier draft; returns what ends it. */
  readonly start = (hear: () => void): (() => void) => {
    this.hear = hear;
    early.delete(this.key);
    onScreen.add(this.flush);
    globalThis.addEventListener?.("pagehide", this.flush);
    globalThis.document?.addEventListener("visibilitychange", this.flush);
    if (this.state.phase === "looking") void this.inLine(() => this.look());
    return () => {
      onScreen.delete(this.flush);
      globalThis.removeEventListener?.("pagehide", this.flush);
      globalThis.document?.removeEventListener("visibilitychange", this.flush);
      this.hear = () => {};
      void this.flush();
    };
  };

  setTitle(title: string): void {
    this.title = title;
  }

  type(body: T): void {
    this.tell({ kind: "typed", body });
  }

  goOn(): void {
    this.tell({ kind: "went_on" });
  }

  /** Writes what waits, without waiting for the timer. */
  readonly flush = (): Promise<void> => this.inLine(() => this.write());

  /** Takes the draft away, because the form was sent or started over, and begins with `body`. */
  drop(body: T = this.initial): Promise<void> {
    this.initial = body;
    this.tell({ kind: "dropped", body });
    return this.inLine(async () => {
      await call("drafts.drop", { key: this.key });
      refreshDrafts("active");
    });
  }

  private tell(event: DraftEvent<T>): void {
    this.state = nextDraft(this.state, event);
    this.hear();
    this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (dueWork(this.state, this.initial) === "nothing") return;
    const rest = this.state.phase === "failed" ? AGAIN_MS : REST_MS;
    this.timer = setTimeout(() => void this.flush(), rest);
  }

  private async look(): Promise<void> {
    const { output } = await call("drafts.get", { key: this.key });
    this.tell(this.asFound(output));
  }

  private asFound(kept: Kept): DraftEvent<T> {
    if (kept === null) return { kind: "nothing_found" };
    return { kind: "found", body: fillDraft(this.initial, kept.body), at: kept.savedAt };
  }

  private async write(): Promise<void> {
    const work = dueWork(this.state, this.initial);
    if (work === "nothing") return;
    const { version, body } = this.state;
    const { key, title } = this;
    this.tell({ kind: "writing" });
    if (work === "drop") {
      await call("drafts.drop", { key });
      refreshDrafts("active");
      return this.tell({ kind: "emptied", version });
    }
    const isFirst = this.state.keptVersion === null;
    const { output } = await call("drafts.save", { key, title, body });
    refreshDrafts(isFirst ? "active" : "none");
    this.tell({ kind: "kept", version, at: output.savedAt });
  }

  private inLine(work: () => Promise<void>): Promise<void> {
    const turn = (lines.get(this.key) ?? Promise.resolve()).then(work).catch((thrown: unknown) => {
      this.tell({ kind: "failed", problem: toOfficeError(thrown).message });
    });
    lines.set(this.key, turn);
    early.delete(this.key);
    looking.delete(this.key);
    void turn.then(() => {
      if (lines.get(this.key) === turn) lines.delete(this.key);
    });
    return turn;
  }
}

// Drafts stand outside the journal, so no reply says that they changed. The list is asked for again
// when it gains or loses a draft, and otherwise when somebody next looks at it.
function refreshDrafts(refetchType: "active" | "none"): void {
  void cache.invalidateQueries({ queryKey: [topicOf("drafts.list")], refetchType });
}

import { useEffect, useSyncExternalStore } from "react";

/** One thing that can be done from the keyboard; feeds the palette, the overview and tooltips. */
export type Shortcut = {
  id: string;
  label: string;
  /** "Mod+K", "Shift+Mod+N", "?", "/", "C", or two strokes: "G C". "Mod" is Ctrl, or Command on a Mac. */
  keys: string;
  run: () => void;
  group?: string;
  /** Whether it also works while typing; true when a modifier is held, unless said otherwise. */
  inFields?: boolean;
};

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const SECOND_STROKE_WITHIN_MS = 1200;

export class Keys {
  private registered: readonly Shortcut[] = [];
  private readonly hearers = new Set<() => void>();
  private first: { stroke: string; at: number } | null = null;

  constructor(private readonly isMac: boolean) {}

  /** Registers shortcuts until the returned function is called; the latest wins over the same keys. */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.registered = [...this.registered, ...shortcuts];
    this.tell();
    return () => {
      this.registered = this.registered.filter((one) => !shortcuts.includes(one));
      this.tell();
    };
  }

  all = (): readonly Shortcut[] => this.registered;

  subscribe = (hear: () => void): (() => void) => {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  };

  /**
   * The shortcut these keys complete, if any. `at` is in milliseconds and only ever compared.
   * `isTyping` also where letters choose in a list.
   */
  press(stroke: Stroke, isTyping: boolean, at: number): Shortcut | null {
    const name = nameOf(stroke, this.isMac);
    if (name === null) return null;
    const { first } = this;
    this.first = null;
    const fits = (keys: string) =>
      this.registered.findLast(
        (one) => normalize(one.keys) === keys && (!isTyping || worksInFields(one)),
      );
    if (first !== null && at - first.at <= SECOND_STROKE_WITHIN_MS) {
      const second = fits(`${first.stroke} ${name}`);
      if (second) return second;
    }
    const starts = this.registered.some((one) => normalize(one.keys).startsWith(`${name} `));
    if (starts && !isTyping) this.first = { stroke: name, at };
    return fits(name) ?? null;
  }

  /** The caps to print for these keys: ["Ctrl", "K"]. */
  inWords(keys: string): string[] {
    return keys
      .split(" ")
      .flatMap(capsOf)
      .map((key) => (key === "Mod" ? (this.isMac ? "⌘" : "Ctrl") : key));
  }

  private tell(): void {
    for (const hear of this.hearers) hear();
  }
}

export const keys = new Keys(
  typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent),
);

/** Makes the registered shortcuts work in this document. */
export function installKeys(page: Document): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const lettersAreTaken = isTypingIn(event.target) || hasOwnLetters(page, event.target);
    const shortcut = keys.press(event, lettersAreTaken, event.timeStamp);
    if (shortcut === null) return;
    event.preventDefault();
    shortcut.run();
  };
  page.addEventListener("keydown", onKeyDown);
  return () => page.removeEventListener("keydown", onKeyDown);
}

/** Registers shortcuts for as long as the component is shown; the list should be memoized. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => keys.add(shortcuts), [shortcuts]);
}

/** Every shortcut that works right now. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(keys.subscribe, keys.all);
}

/** The caps to print for these keys on this machine. */
export function keysInWords(of: string): string[] {
  return keys.inWords(of);
}

/** The form assistive technology announces: "Control+K". Two strokes have no such form. */
export function keysForAria(of: string): string | undefined {
  if (of.includes(" ")) return undefined;
  return of.replace("Mod", keys.inWords("Mod")[0] === "⌘" ? "Meta" : "Control");
}

function worksInFields({ keys: of, inFields }: Shortcut): boolean {
  return inFields ?? /Mod\+|Alt\+|^F\d+$/.test(of);
}

function nameOf(stroke: Stroke, isMac: boolean): string | null {
  if (["Shift", "Control", "Alt", "Meta"].includes(stroke.key)) return null;
  const mod = isMac ? stroke.metaKey : stroke.ctrlKey;
  const isLetter = /^[a-z]$/i.test(stroke.key);
  const parts = [];
  if (mod) parts.push("Mod");
  if (stroke.altKey) parts.push("Alt");
  // Shift is part of what a sign is ("?"), and a modifier only of letters and named keys.
  if (stroke.shiftKey && (isLetter || stroke.key.length > 1)) parts.push("Shift");
  parts.push(isLetter ? stroke.key.toUpperCase() : stroke.key);
  return parts.join("+");
}

function normalize(of: string): string {
  return of.split(" ").map(normalizeStroke).join(" ");
}

function normalizeStroke(stroke: string): string {
  const parts = capsOf(stroke);
  const key = parts.at(-1) ?? "";
  const held = ["Mod", "Alt", "Shift"].filter((one) => parts.slice(0, -1).includes(one));
  return [...held, /^[a-z]$/.test(key) ? key.toUpperCase() : key].join("+");
}

/** "Mod++" is Ctrl and plus: a plus parts the caps only where something follows it. */
function capsOf(stroke: string): string[] {
  return stroke.split(/\+(?=.)/);
}

const OVER_THE_PAGE =
  ":is([role=dialog], [role=alertdialog]):not([aria-modal=false]), [role=listbox], [role=menu]";

/** Whether letters mean something else here: an open dialog, menu or list, or a closed Select. */
function hasOwnLetters(page: Document, target: EventTarget | null): boolean {
  if (page.querySelector(OVER_THE_PAGE) !== null) return true;
  return target instanceof Element && target.closest("[aria-haspopup=listbox]") !== null;
}

function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.matches(
    "textarea, select, [role=spinbutton], input:not([type=checkbox], [type=radio])",
  );
}

/** Whether a key is pressed by itself, or with Shift only. */
export function isPlain({ ctrlKey, metaKey, altKey }: Omit<Stroke, "key" | "shiftKey">): boolean {
  return !(ctrlKey || metaKey || altKey);
}

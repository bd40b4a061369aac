import { focusHeading } from "./heading";

const REST_MS = 60;
const REACHED_BY_TAB =
  "a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]";

/** Where focus stood: the element, what it stood in from the inside out, and what stood around it. */
type Place = { element: HTMLElement; within: HTMLElement[]; around: HTMLElement[] };

/**
 * Focus falls to nowhere when what had it is taken away: a filter that was cleared, a row that was
 * removed. It goes to what stands next to that place instead, or to the heading.
 */
export function keepFocus(page: Document): () => void {
  let held: HTMLElement | null = null;
  let last: Place | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    held = target;
    // What stands outside the page, as a toast does, hands focus back to where it was.
    if (!target.closest("#root")) return;
    const main = target.closest("main");
    last = main === null ? null : placeOf(target, main);
  };
  // A press beside everything lets focus go, and means it.
  const letGo = ({ target }: PointerEvent) => {
    if (target instanceof Element && target.closest(REACHED_BY_TAB) === null) held = null;
  };
  const isLost = () => held !== null && !held.isConnected && page.activeElement === page.body;
  const put = () => {
    if (last === null || !isLost()) return;
    const found = last.element.isConnected ? last.element : standIn(last);
    held = null;
    if (found === null) focusHeading();
    else found.focus();
  };
  const watch = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    // Whoever took it away may have a better place in mind.
    timer = setTimeout(put, REST_MS);
  });
  page.addEventListener("focusin", remember);
  page.addEventListener("pointerdown", letGo);
  watch.observe(page.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    page.removeEventListener("focusin", remember);
    page.removeEventListener("pointerdown", letGo);
  };
}

/** The nearest of what stood around the one that is lost: the next that is there, or the one before. */
export function nearest<T>(around: readonly T[], lost: T, isThere: (one: T) => boolean): T | null {
  const at = around.indexOf(lost);
  return (
    around.slice(at + 1).find(isThere) ?? around.slice(0, Math.max(at, 0)).findLast(isThere) ?? null
  );
}

function placeOf(element: HTMLElement, main: Element): Place {
  const within: HTMLElement[] = [];
  for (let up = element.parentElement; up && up !== main; up = up.parentElement) within.push(up);
  // Whether each can be reached is asked once focus is lost: to ask here would lay the page out
  // at every step of the focus.
  return { element, within, around: [...main.querySelectorAll<HTMLElement>(REACHED_BY_TAB)] };
}

function standIn({ element, within, around }: Place): HTMLElement | null {
  for (const box of within) {
    if (!box.isConnected) continue;
    const there = reachable(box);
    // Only what stood there before: where all of it is new, the heading says what it is now.
    const found = nearest(around, element, (one) => there.includes(one));
    if (found) return found;
  }
  return null;
}

function reachable(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(REACHED_BY_TAB)].filter(
    (one) => one.tabIndex >= 0 && one.getClientRects().length > 0,
  );
}

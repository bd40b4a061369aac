/** Where toasts may stand: under the page's start, under its end, or above it. */
export const SIDES = ["start", "end", "top"] as const;
export type Side = (typeof SIDES)[number];

export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** The first side on which nothing of what has focus is covered, the present one first. */
export function clearSide(now: Side, boxAt: (side: Side) => Box, focused: Box | null): Side {
  if (focused === null) return now;
  const sides = [now, ...SIDES.filter((side) => side !== now)];
  return sides.find((side) => !overlaps(boxAt(side), focused)) ?? now;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Keeps floating words off the rail and off whatever has focus, for as long as they are shown. */
export function keepOutOfTheWay(region: HTMLElement): () => void {
  const page = region.ownerDocument;
  const stand = (side: Side): Box => {
    region.dataset.side = side;
    return region.getBoundingClientRect();
  };
  const place = (): void => {
    const start = page.querySelector("main")?.getBoundingClientRect().left ?? 0;
    region.style.setProperty("--page-start", `${start}px`);
    const now = SIDES.find((side) => side === region.dataset.side) ?? "start";
    stand(clearSide(now, stand, boxInFocus(page, region)));
  };
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(region);
  sizes.observe(page.documentElement);
  page.addEventListener("focusin", place);
  return () => {
    sizes.disconnect();
    page.removeEventListener("focusin", place);
  };
}

function boxInFocus(page: Document, region: HTMLElement): Box | null {
  const { activeElement } = page;
  if (activeElement === null || activeElement === page.body) return null;
  return region.contains(activeElement) ? null : activeElement.getBoundingClientRect();
}

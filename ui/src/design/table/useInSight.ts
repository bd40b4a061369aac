import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { scrollFor } from "./places";

/** Rows beyond each edge that are ready before they come into sight. */
const BEYOND = 3;

// How tall the last table was: the next one is most often the same, and drawn right at once.
let lastRoom: number | null = null;

/** Which rows are in sight, and a way to bring one there. */
export function useInSight(box: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [scrolled, setScrolled] = useState(0);
  const [room, setRoom] = useState(() => lastRoom ?? innerHeight);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => {
      lastRoom = element.clientHeight;
      setRoom(lastRoom);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box]);
  const inSight = Math.ceil(room / rowHeight);
  const first = Math.min(Math.floor(scrolled / rowHeight), Math.max(count - inSight, 0));
  const start = Math.max(first - BEYOND, 0);
  const end = Math.min(first + inSight + BEYOND, count);
  // Before the next paint, so that scrolling shows rows and never their absence.
  const scrollTo = (to: number) => {
    const isSameRow = Math.floor(to / rowHeight) === Math.floor(scrolled / rowHeight);
    if (!isSameRow) flushSync(() => setScrolled(to));
  };
  return {
    start,
    end,
    /** The rows to draw: those in sight, and one that must be there wherever it stands. */
    rowsWith: (kept: number): number[] => {
      const rows = Array.from({ length: end - start }, (_, step) => start + step);
      if (kept < start) return [kept, ...rows];
      return kept >= end && kept < count ? [...rows, kept] : rows;
    },
    onScroll: () => scrollTo(box.current?.scrollTop ?? 0),
    /** Draws a row and scrolls to it. */
    bring: (row: number) => {
      const element = box.current;
      if (element === null) return;
      // The head covers a row's height of what scrolls.
      const to = scrollFor(row, rowHeight, element.scrollTop, element.clientHeight - rowHeight);
      scrollTo(to);
      if (to !== element.scrollTop) element.scrollTop = to;
    },
  };
}

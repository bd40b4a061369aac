import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The room an element has: how many rem across, and how far down the page it starts. */
export type Room = { rem: number; top: number };

// The room of the last list: the next one most often has the same, and is drawn right at once.
let lastRoom: Room | null = null;

/** Follows the window, the text size and whatever stands above the element. */
export function useRoom(): [RefObject<HTMLDivElement | null>, Room | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(lastRoom);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const { top, width } = element.getBoundingClientRect();
      const next = { rem: Math.floor(width / rootSize()), top: Math.round(top + scrollY) };
      setRoom((was) => (was?.rem === next.rem && was.top === next.top ? was : next));
      lastRoom = next;
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, []);
  return [ref, room];
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

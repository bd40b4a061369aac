import { type RefObject, useLayoutEffect, useRef, useState } from "react";

const TABLE_NEEDS_REM = 42;

/** Whether the element is too narrow for a table, by its width in rem: larger text is a smaller window. */
export function useIsNarrow(): [RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setNarrow(element.clientWidth < TABLE_NEEDS_REM * pixelsInRem());
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, isNarrow];
}

function pixelsInRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

import { useEffect, useMemo } from "react";
import { type Shortcut, useShortcuts } from "../../design/keys";
import { frameWords } from "../../words/frame";
import { useTextSize } from "../look/preferences";

const { shortcuts: words } = frameWords;

/** Bigger, smaller and usual text: also on the lock screen, where there is no frame. */
export function useTextSizeShortcuts(): void {
  const size = useTextSize();
  const list = useMemo<Shortcut[]>(() => {
    const group = words.groups.reading;
    return [
      { id: "bigger", label: words.bigger, keys: "Mod+=", group, run: () => size("bigger") },
      { id: "smaller", label: words.smaller, keys: "Mod+-", group, run: () => size("smaller") },
      { id: "usual", label: words.usual, keys: "Mod+0", group, run: () => size("usual") },
    ];
  }, [size]);
  useShortcuts(list);
  useEffect(() => watchPlus(() => size("bigger")), [size]);
}

// Where plus needs Shift, or stands alone on the keyboard, the key is "+" and not "=".
function watchPlus(bigger: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "+" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    bigger();
  };
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}

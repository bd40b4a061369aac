import { useEffect, useMemo } from "react";
import { type Shortcut, useShortcuts } from "../../design/keys";
import { focusToasts } from "../../design/overlays/Toast";
import { frameWords } from "../../words/frame";
import { useTextSize } from "../look/preferences";
import { useGo } from "../session/go";
import { lockNow } from "../session/lock";

const { places, shortcuts: words } = frameWords;

type Openers = { openPalette: () => void; openHelp: () => void };

/** The shortcuts that work on every page. */
export function useFrameShortcuts({ openPalette, openHelp }: Openers): void {
  const go = useGo();
  const list = useMemo<Shortcut[]>(() => {
    const to = (id: string, label: string, keys: string, href: string) => ({
      id,
      label,
      keys,
      group: words.groups.moving,
      run: unlessCovered(() => go(href)),
    });
    return [
      {
        id: "palette",
        label: words.palette,
        keys: "Mod+K",
        group: words.groups.moving,
        run: unlessCovered(openPalette),
      },
      {
        id: "new-case",
        label: frameWords.newCase,
        keys: "N",
        group: words.groups.doing,
        run: unlessCovered(() => go("/cases/new")),
      },
      to("go-day", places.day, "G D", "/day"),
      to("go-cases", places.cases, "G C", "/cases"),
      to("go-people", places.people, "G P", "/people"),
      to("go-education", places.education, "G E", "/education"),
      to("go-drafts", places.drafts, "G R", "/drafts"),
      to("go-settings", places.settings, "G S", "/settings/office"),
      {
        id: "lock",
        label: frameWords.lock,
        keys: "Mod+L",
        group: words.groups.doing,
        run: () => void lockNow(),
      },
      {
        id: "toasts",
        label: words.toasts,
        keys: "F6",
        group: words.groups.moving,
        run: focusToasts,
      },
      {
        id: "help",
        label: words.open,
        keys: "?",
        group: words.groups.moving,
        run: unlessCovered(openHelp),
      },
    ];
  }, [go, openPalette, openHelp]);
  useShortcuts(list);
  useTextSizeShortcuts();
}

/** Leaves a page alone that a dialog or an open list stands over; only Lock goes through them. */
function unlessCovered(run: () => void): () => void {
  return () => {
    const isCovered = document.getElementById("root")?.matches("[aria-hidden=true], [inert]");
    if (!isCovered) run();
  };
}

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

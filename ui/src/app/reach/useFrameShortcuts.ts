import { useMemo } from "react";
import { type Shortcut, useShortcuts } from "../../design/keys";
import { focusToasts } from "../../design/overlays/Toast";
import { frameWords } from "../../words/frame";
import { useGo } from "../session/go";
import { lockNow } from "../session/lock";
import { useTextSizeShortcuts } from "./useTextSizeShortcuts";

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

import { Outlet, useRouterState } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { OnceOpen } from "../../design/overlays/OnceOpen";
import { ToastRegion } from "../../design/overlays/Toast";
import { useOffice } from "../../ipc/answers";
import { frameWords } from "../../words/frame";
import { generalWords } from "../../words/messages";
import { Palette } from "../reach/Palette";
import { ShortcutHelp } from "../reach/ShortcutHelp";
import { useFrameShortcuts } from "../reach/useFrameShortcuts";
import { focusHeading, useHeadingFocus } from "../session/heading";
import { watchIdle } from "../session/idle";
import { followLock, lockNow } from "../session/lock";
import { keepFocus } from "../session/lostFocus";
import { keepPlace } from "../session/place";
import { followChanges } from "../session/stale";
import styles from "./Frame.module.css";
import { Rail } from "./Rail";
import { SampleBanner } from "./SampleBanner";
import { TopBar } from "./TopBar";

/** What stands around every page. */
export function Frame() {
  const [isFinding, setFinding] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const openPalette = useCallback(() => setFinding(true), []);
  const openHelp = useCallback(() => setHelping(true), []);
  useFrameShortcuts({ openPalette, openHelp });
  return (
    <div className={styles.frame}>
      <Watching />
      <button type="button" className={styles.skip} onClick={() => focusHeading()}>
        {frameWords.skip}
      </button>
      <aside className={styles.rail}>
        <Rail />
      </aside>
      <div className={styles.column}>
        <div className={styles.top}>
          <TopBar onSearch={openPalette} />
          <SampleBanner />
        </div>
        <main className={styles.main}>
          <Outlet />
        </main>
      </div>
      <OnceOpen isOpen={isFinding}>
        <Palette isOpen={isFinding} onOpenChange={setFinding} />
      </OnceOpen>
      <OnceOpen isOpen={isHelping}>
        <ShortcutHelp isOpen={isHelping} onOpenChange={setHelping} />
      </OnceOpen>
      <ToastRegion label={generalWords.notifications} closeLabel={generalWords.close} />
    </div>
  );
}

/** Shows nothing itself, so that a change of address draws nothing of the frame anew for its sake. */
function Watching() {
  useHeadingFocus();
  useKeptPlace();
  useWatches();
  return null;
}

/** Keeps the address, so that an unlock leads back to it. */
function useKeptPlace(): void {
  const href = useRouterState({ select: (state) => state.resolvedLocation?.href });
  useEffect(() => {
    if (href !== undefined) keepPlace(href);
  }, [href]);
}

/** Keeps focus from being lost, locks when nobody is here, and follows a lock and changes from elsewhere. */
function useWatches(): void {
  const status = useOffice("security.status", null).data;
  const minutes = status?.lockAfterMinutes ?? 0;
  useEffect(() => keepFocus(document), []);
  useEffect(() => followLock(), []);
  useEffect(() => followChanges(), []);
  useEffect(() => {
    if (minutes > 0) return watchIdle(minutes, () => void lockNow());
  }, [minutes]);
}

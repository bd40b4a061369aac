import { hushAll, tell } from "../../design/overlays/Toast";
import { forgetAll } from "../../ipc/cache";
import { call, host, onLocked } from "../../ipc/call";
import { flushDrafts } from "../../ipc/draftQueue";
import { toOfficeError } from "../../ipc/errors";
import { flushPlace } from "./place";

/** A lock waits this long for drafts, and no longer: an unsafe laptop matters more than a word. */
const WAIT_MS = 2_000;

/** Writes what is being written, locks the office, and leaves nothing of it on the page. */
export async function lockNow(): Promise<void> {
  await Promise.race([Promise.all([flushDrafts(), flushPlace()]), pause(WAIT_MS)]);
  try {
    await call("security.lock", null);
    leaveForLock();
  } catch (thrown) {
    tell({ words: toOfficeError(thrown).message, tone: "late" });
  }
}

/** Goes to the lock screen when the office turns out to be locked. */
export function followLock(): () => void {
  return onLocked(leaveForLock);
}

/** Leaves a page for the lock screen; the window is destroyed and replaced by the program itself. */
export function leaveForLock(): void {
  hushAll();
  forgetAll();
  if (host === "page") location.replace("lock.html");
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

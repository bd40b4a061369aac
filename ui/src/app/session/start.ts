import { applyLook } from "../../design/look";
import { cache, keyOf } from "../../ipc/cache";
import { call, host } from "../../ipc/call";
import type { Preferences } from "../../ipc/contract";
import { type OfficeError, toOfficeError } from "../../ipc/errors";
import { readPlace } from "./place";

export type Start =
  | { kind: "ready" }
  /** The page is on its way to the lock screen. */
  | { kind: "elsewhere" }
  | { kind: "trouble"; error: OfficeError };

/** Asks what the first picture needs, so that it is drawn once, in the right colors and place. */
export async function startMain(): Promise<Start> {
  try {
    const { output: status } = await call("security.status", null);
    if (status.state !== "unlocked" && host === "page") {
      location.replace("lock.html");
      return { kind: "elsewhere" };
    }
    cache.setQueryData(keyOf("security.status", null), status);
    await readPreferences();
    await goBack();
    return { kind: "ready" };
  } catch (thrown) {
    return { kind: "trouble", error: toOfficeError(thrown) };
  }
}

/** What stands between the page and its first picture; without an answer, the usual look. */
export async function readPreferences(): Promise<void> {
  try {
    const { output } = await call("security.preferences", null);
    cache.setQueryData(keyOf("security.preferences", null), output);
    settleLook(output);
  } catch {
    // Then the usual look; Settings will say what is wrong with it.
  }
}

// In Chromium a container keeps the rem of its first layout until something in it depends on it.
// The page stood empty at the usual size until now; taking it away for a moment makes it forget.
function settleLook(preferences: Preferences): void {
  applyLook(preferences);
  const page = document.getElementById("root");
  if (page === null) return;
  page.style.display = "none";
  page.getBoundingClientRect();
  page.style.display = "";
}

// An address that was given, as after a reload, wins over the place that was kept.
async function goBack(): Promise<void> {
  if (location.hash.length > 2) return;
  const place = await readPlace();
  if (place !== null) history.replaceState(null, "", `#${place}`);
}

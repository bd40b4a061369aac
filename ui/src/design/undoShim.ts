/**
 * WebKitGTK leaves Ctrl+Z to the application, which leaves it to nobody.
 * Both commands fire `input` events, so controlled React fields see the change.
 */
export function installUndo(page: Document, isLinuxWebKit = runsOnLinuxWebKit()): () => void {
  if (!isLinuxWebKit) return () => {};
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = undoCommand(event);
    if (command === null || !isEditable(event.target)) return;
    event.preventDefault();
    page.execCommand(command);
  };
  page.addEventListener("keydown", onKeyDown);
  return () => page.removeEventListener("keydown", onKeyDown);
}

/** What the pressed keys ask for: Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y. */
export function undoCommand(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">,
): "undo" | "redo" | null {
  if (!event.ctrlKey || event.altKey || event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea");
}

function runsOnLinuxWebKit(): boolean {
  const { userAgent } = navigator;
  return userAgent.includes("Linux") && !userAgent.includes("Chrome");
}

import "../design/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { installKeys } from "../design/keys";
import { ToastRegion } from "../design/overlays/Toast";
import { installUndo } from "../design/undoShim";
import { securityRoutes } from "../features/security/routes";
import { useOffice } from "../ipc/answers";
import { cache } from "../ipc/cache";
import { host } from "../ipc/call";
import { generalWords } from "../words/messages";
import { Look } from "./look/Look";
import { useTextSizeShortcuts } from "./reach/useTextSizeShortcuts";
import { readPreferences } from "./session/start";

const page = document.getElementById("root");
if (page) void open(createRoot(page));

installUndo(document);
installKeys(document);

async function open(root: ReturnType<typeof createRoot>): Promise<void> {
  await readPreferences();
  root.render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <Look>
          <Lock />
        </Look>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Lock() {
  useTextSizeShortcuts();
  const isOpen = useOffice("security.status", null).data?.state === "unlocked";
  useEffect(() => {
    if (isOpen) goOn();
  }, [isOpen]);
  return (
    <>
      <securityRoutes.LockScreen onOpened={goOn} />
      <ToastRegion label={generalWords.notifications} closeLabel={generalWords.close} />
    </>
  );
}

// The window is swapped by the program itself; a page has to go by itself.
function goOn(): void {
  if (host === "page") location.replace("index.html");
}

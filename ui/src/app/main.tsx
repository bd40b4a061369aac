import "../design/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { installKeys } from "../design/keys";
import { installUndo } from "../design/undoShim";
import { cache } from "../ipc/cache";
import { followNews } from "../ipc/call";
import { Look } from "./look/Look";
import { StartTrouble } from "./pages/StartTrouble";
import { router } from "./router";
import { startMain } from "./session/start";

// Before the page asks for anything else: what changes from here on, it hears.
void followNews();

const page = document.getElementById("root");
if (page) void open(createRoot(page));

installUndo(document);
installKeys(document);

/** Opens the office's window, or says why it could not be. */
async function open(root: ReturnType<typeof createRoot>): Promise<void> {
  const start = await startMain();
  if (start.kind === "elsewhere") return;
  const body =
    start.kind === "ready" ? (
      <RouterProvider router={router} />
    ) : (
      <StartTrouble error={start.error} onAgain={() => void open(root)} />
    );
  root.render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <Look navigate={(href) => void router.navigate({ href, hashScrollIntoView: false })}>
          {body}
        </Look>
      </QueryClientProvider>
    </StrictMode>,
  );
}

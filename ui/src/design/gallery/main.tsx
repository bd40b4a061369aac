import "../base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { installKeys } from "../keys";
import { applyLook } from "../look";
import { installUndo } from "../undoShim";
import { choiceIn } from "./choiceIn";
import { Gallery } from "./Gallery";

const choice = choiceIn(location.search);
const root = document.getElementById("root");
applyLook(choice);
installKeys(document);
installUndo(document);
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery choice={choice} />
    </StrictMode>,
  );
}

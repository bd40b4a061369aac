import type { RulesView } from "../../../../ipc/contract";
import type { Settling } from "../saving/useSettling";

/** What every part of the page takes. */
export type PartProps = {
  view: RulesView;
  /** Only an administrator may; everybody else reads. */
  mayChange: boolean;
  settling: Settling;
  /** The row that a badge elsewhere led to. */
  pointedAt: string | null;
  /** Opens a form at its own address, so that it comes back after a lock. */
  onOpen: (form: string) => void;
};

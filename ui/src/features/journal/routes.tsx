import { CheckSection } from "./CheckSection";
import { HistoryPanel } from "./HistoryPanel";

/** The history of any record, and the check of the whole office. */
export const journalRoutes = { HistoryPanel, CheckSection };

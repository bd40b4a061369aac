import { drop } from "../../ipc/cache";
import { type CommandName, onChanged } from "../../ipc/call";

type Shown = readonly CommandName[];

// What one feature changes, other features' answers may show: a contact that meets a clock changes
// the due date in the case list. Answers are named one by one, because asking for some of them
// again counts as looking and is written down.
const SHOWN_IN: Record<string, Shown> = {
  people: ["cases.list", "cases.view", "clocks.my_day", "clocks.for_case", "contacts.list"],
  cases: ["clocks.my_day", "clocks.for_case", "people.list", "contacts.list"],
  contacts: ["cases.list", "cases.counts", "clocks.my_day", "clocks.for_case"],
  clocks: ["cases.list", "cases.counts", "contacts.list"],
  office: ["security.status", "clocks.my_day", "cases.list", "cases.counts"],
};
const ALWAYS: Shown = ["journal.history", "exports.preview", "cases.counts"];

/** The commands of other features whose answers are stale after these features changed. */
export function alsoStale(topics: readonly string[]): ReadonlySet<string> {
  if (topics.length === 0) return new Set();
  return new Set([...topics.flatMap((topic) => SHOWN_IN[topic] ?? []), ...ALWAYS]);
}

/** Asks again what is on screen and shows something that changed elsewhere. */
export function followChanges(): () => void {
  return onChanged((topics) => {
    const stale = alsoStale(topics);
    // The features' own answers were dropped already; dropping them again would ask again.
    drop(([topic, name]) => stale.has(name) && !topics.includes(topic));
  });
}

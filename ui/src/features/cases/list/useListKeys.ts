import { useMemo } from "react";
import { useShortcuts } from "../../../design/keys";
import type { Id } from "../../../ipc/contract";
import { listWords } from "./listWords";

const words = listWords;

/** The list's own keys: "/" goes to the words to look for, C starts a contact on the row in focus. */
export function useListKeys(findId: string, addContact: (id: Id) => void): void {
  const shortcuts = useMemo(
    () => [
      {
        id: "cases.filter",
        label: words.search,
        keys: "/",
        group: words.title,
        run: () => document.getElementById(findId)?.querySelector("input")?.focus(),
      },
      {
        id: "cases.contact",
        label: words.contactKey,
        keys: "C",
        group: words.title,
        run: () => {
          const id = rowInFocus();
          if (id !== null) addContact(id);
        },
      },
    ],
    [findId, addContact],
  );
  useShortcuts(shortcuts);
}

function rowInFocus(): Id | null {
  const row = document.activeElement?.closest<HTMLElement>("[role=row][data-key]");
  return row?.dataset.key ?? null;
}

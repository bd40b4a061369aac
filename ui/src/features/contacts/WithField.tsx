import { useDeferredValue } from "react";
import { ComboBox, type ComboChoice } from "../../design/choices/ComboBox";
import { useOfficeKeeping } from "../../ipc/cache";
import type { CaseParty } from "../../ipc/contract";
import { contactsWords } from "../../words/contacts";
import { labels } from "../../words/labels";
import { generalWords } from "../../words/messages";
import type { ContactFacts, FactsChange } from "./facts";
import { folded, partiesLike } from "./partiesLike";

const words = contactsWords.add;
const SHOWN = 8;

type WithFieldProps = {
  facts: ContactFacts;
  set: (change: FactsChange) => void;
  parties: readonly CaseParty[];
};

/** With whom: the people of the case first, then everybody, or simply a name. */
export function WithField({ facts, set, parties }: WithFieldProps) {
  const typed = facts.withText === facts.with?.label ? "" : facts.withText.trim();
  const text = useDeferredValue(typed);
  const people = useOfficeKeeping(
    "people.list",
    { text, kind: null, after: null, limit: SHOWN },
    { enabled: folded(text).length > 1 },
  );
  const here = partiesLike(parties, typed);
  const known = new Set(parties.map(({ person }) => person));
  const others = typed === "" ? [] : (people.data?.rows ?? []).filter(({ id }) => !known.has(id));
  const options: ComboChoice[] = [
    ...here,
    ...others.map((row) => ({
      id: row.id,
      label: row.name,
      detail: `${labels.personKind[row.kind]} · ${row.detail}`,
    })),
  ];
  return (
    <ComboBox
      label={words.with}
      name="withName"
      value={facts.with}
      text={facts.withText}
      onTextChange={(withText) => set({ withText })}
      onChange={(choice) =>
        set(
          choice
            ? { with: { id: choice.id, label: choice.label }, withText: choice.label }
            : { with: null },
        )
      }
      options={options}
      isLoading={people.isFetching}
      loadingText={generalWords.searching}
      emptyText={words.withAdd(typed)}
      placeholder={words.withPlaceholder}
      allowsText
    />
  );
}

import { useState } from "react";
import { FilterChipMenu } from "../../../design/buttons/FilterChip";
import { Row } from "../../../design/layout/Stack";
import type { MenuEntry } from "../../../design/overlays/Menu";
import type { CaseCounts, Day } from "../../../ipc/contract";
import { choices, labels } from "../../../words/labels";
import { useFormat } from "../../../words/shown/useFormat";
import { listWords } from "../list/listWords";
import { ReceivedDialog } from "./ReceivedDialog";
import { receivedWords } from "./receivedWords";
import {
  type CasesSearch,
  presetStart,
  type ReceivedPreset,
  type SearchChange,
  withChange,
} from "./search";

const words = listWords.filters;
const OWN_DATES = "dates";

export type FilterBarProps = {
  search: CasesSearch;
  onSearch: (next: CasesSearch) => void;
  counts: CaseCounts | undefined;
  today: Day | undefined;
};

type FilterKey = "unit" | "owner" | "kind" | "stage" | "due" | "urgency";

/** The filters of the list as chips; each is one part of the address. */
export function FilterBar({ search, onSearch, counts, today }: FilterBarProps) {
  const change = (by: SearchChange) => onSearch(withChange(search, by));
  const chip = (key: FilterKey, entries: MenuEntry[]) => (
    <FilterChipMenu
      label={words[key]}
      value={entries.find(({ id }) => id === search[key])?.label ?? search[key] ?? null}
      selected={search[key] ?? null}
      entries={entries}
      onChoose={(id) => change({ [key]: id })}
      onClear={() => change({ [key]: null })}
      clearLabel={words.stop(words[key])}
    />
  );
  return (
    <Row gap={2} wrap>
      <ShowChip search={search} change={change} />
      {chip("unit", unitEntries(counts))}
      {chip(
        "owner",
        (counts?.owners ?? []).map(({ id, name }) => ({ id, label: name })),
      )}
      {chip("kind", choices(labels.caseKind))}
      {chip("stage", choices(labels.stage))}
      <ReceivedChip search={search} change={change} today={today} />
      {chip("due", choices(words.dueWindow))}
      {chip("urgency", choices(labels.urgency))}
      {search.person === undefined ? null : (
        <FilterChipMenu
          label={words.person}
          value=""
          entries={[]}
          onChoose={() => undefined}
          onClear={() => change({ person: null })}
          clearLabel={words.stop(words.person)}
        />
      )}
    </Row>
  );
}

type PartProps = { search: CasesSearch; change: (by: SearchChange) => void };

function ShowChip({ search, change }: PartProps) {
  const shown = search.show ?? "open";
  return (
    <FilterChipMenu
      label={shown === "all" ? words.show : words[shown]}
      value={shown === "all" ? null : ""}
      selected={shown}
      entries={[
        { id: "open", label: words.open },
        { id: "closed", label: words.closed },
        { id: "all", label: words.all },
      ]}
      onChoose={(id) => change({ show: id === "closed" || id === "all" ? id : null })}
      onClear={() => change({ show: "all" })}
      clearLabel={words.stop(words[shown])}
    />
  );
}

function ReceivedChip({ search, change, today }: PartProps & { today: Day | undefined }) {
  const [isChoosing, setChoosing] = useState(false);
  const format = useFormat();
  const { from, to } = search;
  const choose = (id: string) => {
    if (id === OWN_DATES) setChoosing(true);
    else if (today) change({ from: presetStart(id as ReceivedPreset, today), to: null });
  };
  return (
    <>
      <FilterChipMenu
        label={words.received}
        value={receivedWords(from ?? null, to ?? null, format)}
        entries={[
          ...(today ? choices(words.presets) : []),
          { id: OWN_DATES, label: listWords.chooseDates },
        ]}
        onChoose={choose}
        onClear={() => change({ from: null, to: null })}
        clearLabel={words.stop(words.received)}
      />
      {isChoosing ? (
        <ReceivedDialog
          from={from ?? null}
          to={to ?? null}
          onClose={() => setChoosing(false)}
          onChoose={(dates) => change(dates)}
        />
      ) : null}
    </>
  );
}

function unitEntries(counts: CaseCounts | undefined): MenuEntry[] {
  const units = counts?.units ?? [];
  if (units.length > 0) return units.map((unit) => ({ id: unit, label: unit }));
  return [{ id: "", label: words.noUnits, isDisabled: true }];
}

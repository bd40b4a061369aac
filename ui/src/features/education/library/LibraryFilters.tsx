import { FilterChip, FilterChipMenu } from "../../../design/buttons/FilterChip";
import type { MenuEntry } from "../../../design/overlays/Menu";
import type { LibraryView } from "../../../ipc/contract";
import { educationLabels, libraryWords } from "../../../words/education/library";
import { choices } from "../../../words/labels";
import { languageWithOwnName } from "../../../words/languages";
import styles from "./Library.module.css";
import { type LibrarySearch, type SearchChange, withChange } from "./search";
import { languagesOf, settingOf } from "./shown";
import { WordsField } from "./WordsField";

const words = libraryWords.filters;

type LibraryFiltersProps = {
  search: LibrarySearch;
  onSearch: (next: LibrarySearch) => void;
  library: LibraryView;
  onSubmit: () => void;
};

type Filter = "topic" | "audience" | "language";

/** The words to look for, and the filters as chips; each is one part of the address. */
export function LibraryFilters({ search, onSearch, library, onSubmit }: LibraryFiltersProps) {
  const change = (by: SearchChange) => onSearch(withChange(search, by));
  const chip = (key: Filter, entries: MenuEntry[]) => (
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
  const languages = languagesOf(library.rows);
  return (
    <search className={styles.filters}>
      <WordsField
        value={search.text ?? ""}
        onChange={(text) => change({ text })}
        onSubmit={onSubmit}
      />
      {chip("topic", choices(educationLabels.topic))}
      {chip("audience", choices(educationLabels.audience))}
      {chip(
        "language",
        languages.map((tag) => ({ id: tag, label: languageWithOwnName(tag) })),
      )}
      <SettingChip library={library} search={search} change={change} />
      <RetiredChip library={library} search={search} change={change} />
    </search>
  );
}

type PartProps = {
  library: LibraryView;
  search: LibrarySearch;
  change: (by: SearchChange) => void;
};

/** The office's own setting is on until it is taken off. */
function SettingChip({ library, search, change }: PartProps) {
  const setting = settingOf(library, search);
  return (
    <FilterChipMenu
      label={words.setting}
      value={setting === "all" ? null : educationLabels.setting[setting]}
      selected={setting === "all" ? null : setting}
      entries={choices(educationLabels.setting)}
      onChoose={(id) => change({ setting: id === library.setting ? null : id })}
      onClear={() => change({ setting: "all" })}
      clearLabel={words.stop(words.setting)}
    />
  );
}

function RetiredChip({ library, search, change }: PartProps) {
  const isOn = search.show === "retired";
  if (!isOn && !library.rows.some(({ retired }) => retired)) return null;
  return (
    <FilterChip
      label={words.retired}
      value={isOn ? "" : null}
      onPress={() => change({ show: isOn ? null : "retired" })}
      onClear={() => change({ show: null })}
      clearLabel={words.showCurrent}
    />
  );
}

import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { FilterChipMenu } from "../../../design/buttons/FilterChip";
import { SearchField } from "../../../design/fields/SearchField";
import { type Shortcut, useShortcuts } from "../../../design/keys";
import { choices, labels } from "../../../words/labels";
import { peopleWords } from "../../../words/people";
import styles from "./PeopleList.module.css";
import { type PeopleSearch, withKind, withText } from "./search";

type PeopleFiltersProps = { search: PeopleSearch; onSearch: (next: PeopleSearch) => void };

const REST_MS = 150;
const { list: words } = peopleWords;

export function PeopleFilters({ search, onSearch }: PeopleFiltersProps) {
  const box = useRef<HTMLElement>(null);
  useFocusKey(box);
  const [text, setText] = useSearchText({ search, onSearch }, box);
  return (
    <search className={styles.filters} ref={box}>
      <div className={styles.words}>
        <SearchField
          label={words.search}
          placeholder={words.search}
          value={text}
          onChange={setText}
          keys="/"
        />
      </div>
      <FilterChipMenu
        label={words.kind}
        value={search.kind ? labels.personKind[search.kind] : null}
        clearLabel={words.anyKind}
        onClear={() => onSearch(withKind(search, null))}
        entries={choices(labels.personKind)}
        onChoose={(kind) => onSearch(withKind(search, kind))}
      />
    </search>
  );
}

/** The address follows the field once typing rests; the field follows the address otherwise. */
function useSearchText(
  { search, onSearch }: PeopleFiltersProps,
  box: RefObject<HTMLElement | null>,
): [string, (text: string) => void] {
  const inAddress = search.text ?? "";
  const [text, setText] = useState(inAddress);
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) setText(inAddress);
  }, [inAddress, box]);
  const push = useEffectEvent(() => {
    const next = withText(search, text);
    if (next.text !== search.text) onSearch(next);
  });
  useEffect(() => {
    if (text === inAddress) return;
    const timer = setTimeout(() => push(), REST_MS);
    return () => clearTimeout(timer);
  }, [text, inAddress]);
  return [text, setText];
}

function useFocusKey(box: RefObject<HTMLElement | null>): void {
  const list = useMemo<Shortcut[]>(() => {
    const focus = () => box.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    return [{ id: "people-search", label: words.search, keys: "/", run: focus }];
  }, [box]);
  useShortcuts(list);
}

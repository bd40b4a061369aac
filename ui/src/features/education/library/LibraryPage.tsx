import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { Page } from "../../../design/layout/Page";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { LeafletName, LibraryView } from "../../../ipc/contract";
import { whenPainted } from "../../../ipc/painted";
import { libraryWords as words } from "../../../words/education/library";
import { readStack } from "../stack";
import styles from "./Library.module.css";
import { LibraryFilters } from "./LibraryFilters";
import { LibraryList } from "./LibraryList";
import { Mistakes } from "./Mistakes";
import { StackBar } from "./StackBar";
import { type LibrarySearch, withStack } from "./search";
import { foundLines, shelves } from "./shown";

export type LibraryPageProps = {
  search: LibrarySearch;
  onSearch: (next: LibrarySearch) => void;
  go: (href: string) => void;
  /** Opens what hands these out, at an address of its own. */
  onGive: () => void;
  /** What hands these out, while it is open. */
  giving: (leaflets: LeafletName[]) => ReactNode;
};

/** Every leaflet, policy and procedure, narrowed by filters that are the address. */
export function LibraryPage(given: LibraryPageProps) {
  const props = useAhead(given);
  const { search, onSearch } = props;
  const library = useOffice("education.library", null);
  if (library.error) throw library.error;
  const stack = useMemo(() => readStack(search.stack), [search.stack]);
  if (library.data === undefined) {
    return (
      <Page title={words.title}>
        <Skeleton label={words.loading} shape="rows" count={8} />
      </Page>
    );
  }
  return (
    <>
      <Opened {...props} library={library.data} stack={stack} />
      {stack.length > 0 ? (
        <StackBar
          stack={stack}
          rows={library.data.rows}
          onGive={props.onGive}
          onClear={() => onSearch(withStack(search, []))}
          go={props.go}
        />
      ) : null}
      {props.giving(stack)}
    </>
  );
}

/**
 * The page as the address will say it is. The list follows a filter at once; the address, which
 * takes the router a while, follows when that is painted.
 */
function useAhead(given: LibraryPageProps): LibraryPageProps {
  const [search, setSearch] = useState(given.search);
  const [seen, setSeen] = useState(given.search);
  if (seen !== given.search) {
    setSeen(given.search);
    setSearch(given.search);
  }
  const tell = useEffectEvent(given.onSearch);
  const [next, setNext] = useState<LibrarySearch | null>(null);
  useEffect(() => {
    if (next !== null) return whenPainted(() => tell(next));
  }, [next]);
  const onSearch = useCallback((to: LibrarySearch) => {
    setSearch(to);
    setNext(to);
  }, []);
  return { ...given, search, onSearch };
}

type OpenedProps = LibraryPageProps & { library: LibraryView; stack: LeafletName[] };

function Opened({ search, onSearch, go, library, stack }: OpenedProps) {
  const shown = useShown(library, search);
  const count = shown.groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const first = shown.groups[0]?.lines[0]?.row;
  const open = () => first && go(`/education/${first.key}?lang=${first.language}`);
  return (
    <Page title={words.title} aside={<span role="status">{words.found(count)}</span>}>
      <div className={styles.page}>
        <Mistakes of={library.mistakes} />
        <LibraryFilters search={search} onSearch={onSearch} library={library} onSubmit={open} />
        {shown.isLoading ? (
          <Skeleton label={words.loading} shape="rows" count={8} />
        ) : (
          <LibraryList
            groups={shown.groups}
            search={search}
            onSearch={onSearch}
            stack={stack}
            isEmpty={library.rows.length === 0}
          />
        )}
      </div>
    </Page>
  );
}

/** The lines in their groups: shelves, or what was found by words. */
function useShown(library: LibraryView, search: LibrarySearch) {
  const text = search.text ?? "";
  const asks = text.trim() !== "";
  const found = useOfficeKeeping("education.search", { text }, { enabled: asks });
  if (found.error) throw found.error;
  const groups = useMemo(() => {
    if (asks) {
      const lines = foundLines(library, search, found.data ?? []);
      return lines.length > 0 ? [{ topic: null, lines }] : [];
    }
    return shelves(library, search);
  }, [library, search, asks, found.data]);
  return { groups, isLoading: asks && found.data === undefined };
}

import { useCallback, useId, useMemo } from "react";
import { Page } from "../../../design/layout/Page";
import { useOffice } from "../../../ipc/answers";
import { useOfficePages } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { count } from "../../../words/shown/format";
import { FilterBar } from "../filter/FilterBar";
import { OrderMenu } from "../filter/OrderMenu";
import {
  type CasesSearch,
  filterOf,
  orderOf,
  type SearchChange,
  withChange,
} from "../filter/search";
import { WordsFilter } from "../filter/WordsFilter";
import { CaseList } from "./CaseList";
import styles from "./List.module.css";
import { ListFoot } from "./ListFoot";
import { listWords } from "./listWords";
import { useListKeys } from "./useListKeys";

const words = listWords;
const PAGE = 60;

// Which row was left for its case; forgotten with the window, as a lock must.
let lastOpened: Id | null = null;

export type CasesListPageProps = {
  search: CasesSearch;
  onSearch: (next: CasesSearch) => void;
  go: (href: string) => void;
};

/** Every case, narrowed by filters that are the address. */
export function CasesListPage({ search, onSearch, go }: CasesListPageProps) {
  const findId = useId();
  const status = useOffice("security.status", null);
  const counts = useOffice("cases.counts", null);
  const asked = useMemo(
    () => ({ filter: filterOf(search), order: orderOf(search), after: null, limit: PAGE }),
    [search],
  );
  const list = useOfficePages("cases.list", asked);
  const change = (by: SearchChange) => onSearch(withChange(search, by));
  const open = (id: Id) => {
    lastOpened = id;
    go(`/cases/${id}`);
  };
  useListKeys(
    findId,
    useCallback((id: Id) => go(`/cases/${id}#contact`), [go]),
  );
  return (
    <Page
      title={words.title}
      aside={
        counts.data
          ? words.aside(
              count(counts.data.open, counts.data.allCapped && counts.data.open >= counts.data.all),
              count(counts.data.all, counts.data.allCapped),
            )
          : undefined
      }
      actions={
        <>
          <div id={findId} className={styles.find}>
            <WordsFilter value={search.text ?? ""} onChange={(text) => change({ text })} />
          </div>
          <OrderMenu search={search} change={change} />
        </>
      }
    >
      <div className={styles.page}>
        <div className={styles.filters}>
          <FilterBar
            search={search}
            onSearch={onSearch}
            counts={counts.data}
            today={status.data?.today}
          />
          <p className={styles.found} role="status">
            {list.isLoading ? null : (
              <>
                {words.found(count(list.total, list.capped), list.total === 1, orderOf(search))}
                {list.total === 0 ? null : (
                  <span className={styles.clickValue}> · {words.clickValue}</span>
                )}
              </>
            )}
          </p>
        </div>
        <CaseList
          list={list}
          search={search}
          onSearch={onSearch}
          open={open}
          lastOpened={lastOpened}
        />
        {list.rows.length > 0 ? <ListFoot /> : null}
      </div>
    </Page>
  );
}

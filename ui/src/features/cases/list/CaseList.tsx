import { type CSSProperties, useMemo } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Table } from "../../../design/table/Table";
import { Banner } from "../../../design/telling/Banner";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { dropTopics, type Pages } from "../../../ipc/cache";
import type { CaseRow, Id } from "../../../ipc/contract";
import { useFormat } from "../../../words/shown/useFormat";
import { type CasesSearch, isNarrowed, withChange } from "../filter/search";
import { CaseCards } from "./CaseCards";
import { caseColumns } from "./caseColumns";
import styles from "./List.module.css";
import { listWords } from "./listWords";
import { useRoom } from "./useRoom";

const words = listWords;
const TABLE_NEEDS_REM = 50;
const UNIT_NEEDS_REM = 78;

type CaseListProps = {
  list: Pages<CaseRow>;
  search: CasesSearch;
  onSearch: (next: CasesSearch) => void;
  open: (id: Id) => void;
  /** The row to mark, so that coming back finds the place. */
  lastOpened: Id | null;
};

/** The rows: a table where there is room, two lines a case where there is not. */
export function CaseList(props: CaseListProps) {
  const { list, search, onSearch } = props;
  const [ref, room] = useRoom();
  return (
    <div
      ref={ref}
      className={styles.list}
      style={{ "--list-top": `${room?.top ?? 0}px` } as CSSProperties}
    >
      {list.isLoading ? <Skeleton label={words.loading} shape="rows" count={10} /> : null}
      {list.error && list.rows.length === 0 ? (
        <Banner
          tone="late"
          title={words.failed}
          action={<Button onPress={() => dropTopics(["cases"])}>{words.again}</Button>}
        >
          {list.error.message}
        </Banner>
      ) : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <NothingThere search={search} onSearch={onSearch} />
      ) : null}
      {list.rows.length > 0 && room !== null ? <Rows {...props} width={room.rem} /> : null}
    </div>
  );
}

function Rows(props: CaseListProps & { width: number }) {
  const { list, search, onSearch, open, lastOpened, width } = props;
  const format = useFormat();
  const hasUnit = width >= UNIT_NEEDS_REM;
  const columns = useMemo(
    () => caseColumns((by) => onSearch(withChange(search, by)), format, hasUnit),
    [format, hasUnit, onSearch, search],
  );
  const loadMore = () => {
    if (list.hasMore && !list.isLoadingMore) list.loadMore();
  };
  if (width < TABLE_NEEDS_REM) {
    const { rows, isLoadingMore } = list;
    return (
      <CaseCards rows={rows} onOpen={open} loadMore={loadMore} isLoadingMore={isLoadingMore} />
    );
  }
  return (
    <Table
      label={words.name}
      rows={list.rows}
      rowId={(row) => row.id}
      columns={columns}
      onOpen={(row) => open(row.id)}
      loadMore={list.hasMore ? loadMore : undefined}
      isLoadingMore={list.isLoadingMore}
      loadingMoreText={words.loadingMore}
      empty={null}
      height="fill"
      selected={lastOpened}
    />
  );
}

function NothingThere({ search, onSearch }: Pick<CaseListProps, "search" | "onSearch">) {
  const hasAny = (useOffice("cases.counts", null).data?.all ?? 0) > 0;
  const clear = () => onSearch(search.show === undefined ? {} : { show: search.show });
  if (isNarrowed(search)) {
    return (
      <EmptyState
        sentence={words.noMatch}
        action={<Button onPress={clear}>{words.clear}</Button>}
      />
    );
  }
  if (search.show === undefined && hasAny) {
    return (
      <EmptyState
        sentence={words.emptyOpen}
        action={
          <Button onPress={() => onSearch(withChange(search, { show: "all" }))}>
            {words.showAll}
          </Button>
        }
      />
    );
  }
  return <EmptyState sentence={words.empty} action={<Link href="/cases/new">{words.open}</Link>} />;
}

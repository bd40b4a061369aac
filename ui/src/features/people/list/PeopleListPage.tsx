import { Upload, UserPlus } from "lucide-react";
import { useMemo } from "react";
import { Button } from "../../../design/buttons/Button";
import { Page } from "../../../design/layout/Page";
import { Table } from "../../../design/table/Table";
import { Skeleton } from "../../../design/telling/Skeleton";
import { type Pages, useOfficePages } from "../../../ipc/cache";
import type { PersonRow } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { useFormat } from "../../../words/shown/useFormat";
import { PeopleCards } from "./PeopleCards";
import { PeopleEmpty } from "./PeopleEmpty";
import { PeopleFilters } from "./PeopleFilters";
import styles from "./PeopleList.module.css";
import { peopleColumns } from "./peopleColumns";
import { askOf, type PeopleSearch } from "./search";
import { useIsNarrow } from "./useIsNarrow";

type PeopleListPageProps = {
  search: PeopleSearch;
  onSearch: (next: PeopleSearch) => void;
  go: (href: string) => void;
};

const { list: words } = peopleWords;

/** Everybody the office knows, found by any part of a name. */
export function PeopleListPage({ search, onSearch, go }: PeopleListPageProps) {
  const people = useOfficePages("people.list", askOf(search));
  const [ref, isNarrow] = useIsNarrow();
  if (people.error) throw people.error;
  const filters = { search, onSearch, go };
  return (
    <Page
      title={words.title}
      aside={people.isLoading ? null : words.found(people.total, people.capped)}
      width="full"
      actions={
        <>
          <Button icon={Upload} onPress={() => go("/people/import")}>
            {words.bring}
          </Button>
          <Button icon={UserPlus} onPress={() => go(addressToAdd(search))}>
            {words.add}
          </Button>
        </>
      }
    >
      <div className={styles.list} ref={ref}>
        <PeopleFilters search={search} onSearch={onSearch} />
        {people.isLoading ? (
          <Skeleton label={words.loading} shape="rows" count={8} />
        ) : people.rows.length === 0 ? (
          <PeopleEmpty {...filters} />
        ) : isNarrow ? (
          <PeopleCards people={people} />
        ) : (
          <PeopleTable people={people} {...filters} />
        )}
      </div>
    </Page>
  );
}

type PeopleTableProps = PeopleListPageProps & { people: Pages<PersonRow> };

function PeopleTable({ people, search, onSearch, go }: PeopleTableProps) {
  const format = useFormat();
  const columns = useMemo(
    () => peopleColumns(format, (kind) => onSearch({ ...search, kind })),
    [format, onSearch, search],
  );
  return (
    <>
      <Table
        label={words.table}
        rows={people.rows}
        rowId={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/people/${id}`)}
        loadMore={people.hasMore ? people.loadMore : undefined}
        isLoadingMore={people.isLoadingMore}
        loadingMoreText={words.more}
        empty={null}
      />
      <p className={styles.hint}>{words.hint}</p>
    </>
  );
}

function addressToAdd({ kind }: PeopleSearch): string {
  return kind ? `/people/new?kind=${kind}` : "/people/new";
}

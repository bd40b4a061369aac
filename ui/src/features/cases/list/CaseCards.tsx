import {
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from "react-aria-components";
import type { CaseRow } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { NextDate } from "./caseColumns";
import styles from "./List.module.css";
import { listWords } from "./listWords";

type CaseCardsProps = {
  rows: CaseRow[];
  onOpen: (id: string) => void;
  loadMore: () => void;
  isLoadingMore: boolean;
};

/** The case list where a table would not fit: two lines a case. */
export function CaseCards({ rows, onOpen, loadMore, isLoadingMore }: CaseCardsProps) {
  const format = useFormat();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 84 }}>
      <GridList
        aria-label={listWords.name}
        className={styles.cards ?? ""}
        onAction={(id) => onOpen(String(id))}
        disallowTypeAhead
      >
        {rows.map((row) => (
          <GridListItem
            key={row.id}
            id={row.id}
            textValue={`${row.number} ${row.patientName}`}
            className={styles.card ?? ""}
          >
            <span className={styles.cardTop}>
              <strong className={styles.cardName} dir="auto">
                {row.patientName}
              </strong>
              <NextDate row={row} format={format} />
            </span>
            <span className={styles.cardRest} dir="auto">
              {row.number} · {labels.caseKind[row.kind]} · {withoutMarks(row.about)}
            </span>
          </GridListItem>
        ))}
        <GridListLoadMoreItem onLoadMore={loadMore} isLoading={isLoadingMore}>
          {listWords.loadingMore}
        </GridListLoadMoreItem>
      </GridList>
    </Virtualizer>
  );
}

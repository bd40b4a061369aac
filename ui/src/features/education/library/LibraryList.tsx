import { useCallback, useEffect, useRef } from "react";
import { Button } from "../../../design/buttons/Button";
import { useLater } from "../../../design/layout/Later";
import { Section } from "../../../design/layout/Section";
import { Row } from "../../../design/layout/Stack";
import { useRootPixels } from "../../../design/table/rootPixels";
import { EmptyState } from "../../../design/telling/EmptyState";
import type { LeafletName, LeafletRow, Topic } from "../../../ipc/contract";
import { educationLabels, libraryWords as words } from "../../../words/education/library";
import { isSameLeaflet, readStack } from "../stack";
import { LeafletLine } from "./LeafletLine";
import styles from "./Library.module.css";
import { isNarrowed, type LibrarySearch, withChange, withStack } from "./search";
import { firstLines, type Line } from "./shown";

/** What stands over the list, in rem: the bar of the window, the title, the filters. */
const ABOVE = 12;

type Group = { topic: Topic | null; lines: readonly Line[] };

type LibraryListProps = {
  groups: readonly Group[];
  search: LibrarySearch;
  onSearch: (next: LibrarySearch) => void;
  stack: readonly LeafletName[];
  /** Whether there is nothing at all, filters or not. */
  isEmpty: boolean;
};

export function LibraryList({ groups, search, onSearch, stack, isEmpty }: LibraryListProps) {
  const choose = useChoose(search, onSearch);
  // What lies below the window follows when this is on the screen.
  const isTime = useLater();
  const room = innerHeight / useRootPixels() - ABOVE;
  if (groups.length === 0) return <Nothing {...{ search, onSearch, isEmpty }} />;
  const many = (of: Topic | null) => groups.find(({ topic }) => topic === of)?.lines.length;
  return (
    <div>
      {(isTime ? groups : firstLines(groups, room)).map(({ topic, lines }) => (
        <Section
          key={topic ?? ""}
          title={topic === null ? words.results : educationLabels.topic[topic]}
          count={String(many(topic))}
        >
          <ul className={styles.lines}>
            {lines.map((line) => (
              <LeafletLine
                key={`${line.row.key}:${line.row.language}`}
                row={line.row}
                found={line.found}
                text={search.text ?? ""}
                isChosen={stack.some((name) => isSameLeaflet(name, line.row))}
                onChoose={choose}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** Ticks a line by the address of now, and stays the same function: a tick draws one line anew. */
function useChoose(search: LibrarySearch, onSearch: LibraryListProps["onSearch"]) {
  const now = useRef({ search, onSearch });
  useEffect(() => {
    now.current = { search, onSearch };
  });
  return useCallback((row: LeafletRow, isChosen: boolean) => {
    const stack = readStack(now.current.search.stack);
    const others = stack.filter((name) => !isSameLeaflet(name, row));
    const name = { key: row.key, language: row.language };
    now.current.onSearch(withStack(now.current.search, isChosen ? [...others, name] : others));
  }, []);
}

type NothingProps = Pick<LibraryListProps, "search" | "onSearch" | "isEmpty">;

function Nothing({ search, onSearch, isEmpty }: NothingProps) {
  if (isEmpty) return <EmptyState sentence={words.empty} />;
  const { text, stack } = search;
  const everywhere = withChange({}, { text, stack, setting: "all" });
  const clear = withChange({}, { stack });
  const canWiden = text !== undefined && (search.setting !== "all" || isNarrower(search));
  return (
    <EmptyState
      sentence={text === undefined ? words.nothingSo : words.nothing(text)}
      action={
        <Row gap={3}>
          {canWiden ? (
            <Button onPress={() => onSearch(everywhere)}>{words.everywhere}</Button>
          ) : null}
          {isNarrowed(search) ? (
            <Button onPress={() => onSearch(clear)}>{words.clear}</Button>
          ) : null}
        </Row>
      }
    />
  );
}

/** Whether more than the words and the setting narrow the list. */
function isNarrower({ text: _, setting: __, ...rest }: LibrarySearch): boolean {
  return isNarrowed(rest);
}

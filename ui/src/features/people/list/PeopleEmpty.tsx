import { Button } from "../../../design/buttons/Button";
import { Row } from "../../../design/layout/Stack";
import { EmptyState } from "../../../design/telling/EmptyState";
import { peopleWords } from "../../../words/people";
import type { PeopleSearch } from "./search";

type PeopleEmptyProps = {
  search: PeopleSearch;
  onSearch: (next: PeopleSearch) => void;
  go: (href: string) => void;
};

const { list: words } = peopleWords;

/** Nobody yet, or nobody by this filter: what to do next differs. */
export function PeopleEmpty({ search, onSearch, go }: PeopleEmptyProps) {
  if (search.text === undefined && search.kind === undefined) {
    return (
      <EmptyState
        sentence={words.empty}
        action={
          <Row gap={3}>
            <Button onPress={() => go("/people/new")}>{words.add}</Button>
            <Button onPress={() => go("/people/import")}>{words.bring}</Button>
          </Row>
        }
      />
    );
  }
  const sentence = search.text ? words.nothing(search.text) : words.nothingOfKind;
  return (
    <EmptyState
      sentence={sentence}
      action={<Button onPress={() => onSearch({})}>{words.clear}</Button>}
    />
  );
}

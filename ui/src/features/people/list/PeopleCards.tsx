import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import type { Pages } from "../../../ipc/cache";
import type { PersonRow } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { peopleWords } from "../../../words/people";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { knownBy } from "../knownBy";
import styles from "./PeopleList.module.css";

const { list: words } = peopleWords;

/** The people where a table would not fit: two lines a person. */
export function PeopleCards({ people }: { people: Pages<PersonRow> }) {
  const format = useFormat();
  return (
    <>
      <ul className={styles.cards} aria-label={words.table}>
        {people.rows.map(({ id, name, kind, unit, ...row }) => (
          <li key={id} className={styles.card}>
            <Link href={`/people/${id}`} tone="row">
              <strong dir="auto">{withoutMarks(name)}</strong>
            </Link>
            <p className={styles.hint} dir="auto">
              {[labels.personKind[kind], knownBy(row, format), unit].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {people.hasMore ? (
        <div>
          <Button isPending={people.isLoadingMore} onPress={people.loadMore}>
            {words.showMore}
          </Button>
        </div>
      ) : null}
    </>
  );
}

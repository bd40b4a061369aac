import { useDeferredValue } from "react";
import { Button } from "../../../design/buttons/Button";
import { Banner } from "../../../design/telling/Banner";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { SimilarTo } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { type Named, type NewPersonDraft, similarTo } from "./newPerson";
import styles from "./Person.module.css";

const words = casesWords.person;

type SimilarPeopleProps = {
  draft: NewPersonDraft;
  recordLabel: string;
  onUse: (person: Named) => void;
};

/** Warns that somebody like the new person is already here, and offers to use them. */
export function SimilarPeople({ draft, recordLabel, onUse }: SimilarPeopleProps) {
  const asked = useDeferredValue(similarTo(draft, recordLabel));
  const found = useOfficeKeeping("people.similar", asked ?? nobody(draft), {
    enabled: asked !== null,
  });
  const people = asked === null ? [] : (found.data ?? []);
  if (people.length === 0) return null;
  return (
    <Banner tone="soon" title={words.similar(people.length)} live>
      <ul className={styles.similar}>
        {people.map(({ person, why }) => (
          <li key={person.id} className={styles.similarRow}>
            <span>
              <strong>{person.name}</strong>
              {person.detail === "" ? null : ` · ${person.detail}`}
              <span className={styles.why}>{why}</span>
            </span>
            <Button
              size="small"
              aria-label={words.pickNamed(person.name)}
              onPress={() => onUse({ id: person.id, label: person.name })}
            >
              {words.pick}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

// The query is off while nothing can be asked, and still wants an input of its shape.
function nobody({ kind }: NewPersonDraft): SimilarTo {
  const name = { prefix: null, given: null, middle: null, family: null, suffix: null, whole: null };
  return { kind, name, birthDate: null, identifiers: [], except: null };
}

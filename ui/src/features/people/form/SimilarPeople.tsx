import { useEffect, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Row } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { PersonForm, SimilarPerson, SimilarTo } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { peopleWords } from "../../../words/people";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { knownBy } from "../knownBy";
import { likeness } from "./blank";
import styles from "./PersonForm.module.css";

type SimilarPeopleProps = {
  form: PersonForm;
  /** The person being changed is not like themself. */
  except: string | null;
  onOpen: (id: string) => void;
  /** Takes the person who is here in place of the one being written; not offered for a change. */
  onUse?: ((id: string) => void) | undefined;
};

const REST_MS = 250;
const NOBODY: SimilarTo = {
  kind: "patient",
  name: { prefix: null, given: null, middle: null, family: null, suffix: null, whole: null },
  birthDate: null,
  identifiers: [],
  except: null,
};
const { similar: words } = peopleWords;

/** Says, while a person is being typed, who is already here and much like them. */
export function SimilarPeople({ form, except, onOpen, onUse }: SimilarPeopleProps) {
  const asked = useSettled(likeness(form, except));
  const found = useOfficeKeeping("people.similar", asked ?? NOBODY, {
    enabled: asked !== null,
  });
  const matches = asked === null ? [] : (found.data ?? []);
  if (matches.length === 0) return null;
  return (
    <Banner tone="soon" title={words.title} live>
      <p>{words.one}</p>
      <ul className={styles.similar}>
        {matches.map((match) => (
          <Match key={match.person.id} match={match} onOpen={onOpen} onUse={onUse} />
        ))}
      </ul>
    </Banner>
  );
}

type MatchProps = Pick<SimilarPeopleProps, "onOpen" | "onUse"> & { match: SimilarPerson };

function Match({ match: { person, why }, onOpen, onUse }: MatchProps) {
  const format = useFormat();
  const known = [labels.personKind[person.kind], knownBy(person, format)]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className={styles.match}>
      <span>
        <strong dir="auto">{withoutMarks(person.name)}</strong>{" "}
        <span className={styles.why}>{known}</span>
        <br />
        <span className={styles.why}>{why}</span>
      </span>
      <Row gap={2}>
        <Button
          size="small"
          aria-label={words.openLabel(person.name)}
          onPress={() => onOpen(person.id)}
        >
          {words.open}
        </Button>
        {onUse ? (
          <Button
            size="small"
            aria-label={words.insteadLabel(person.name)}
            onPress={() => onUse(person.id)}
          >
            {words.use}
          </Button>
        ) : null}
      </Row>
    </li>
  );
}

/** What is compared, once typing rests. */
function useSettled(asked: SimilarTo | null): SimilarTo | null {
  const written = JSON.stringify(asked);
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), REST_MS);
    return () => clearTimeout(timer);
  }, [written]);
  return JSON.parse(settled) as SimilarTo | null;
}

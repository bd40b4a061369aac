import { useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { Link } from "../../../../design/buttons/Link";
import type { Id, SuggestionView } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import styles from "./Panel.module.css";
import { Part } from "./Part";
import { useReasons } from "./useReasons";

const words = educationGivenWords.panel;
const FIRST = 3;

type SuggestionsProps = { suggestions: readonly SuggestionView[]; caseId: Id; base: string };

/** What the case calls for, each with its reason; a few first. */
export function Suggestions({ suggestions, caseId, base }: SuggestionsProps) {
  const [isWhole, setWhole] = useState(false);
  const reasonsOf = useReasons(caseId);
  const shown = isWhole ? suggestions : suggestions.slice(0, FIRST);
  return (
    <Part title={words.suggested}>
      {suggestions.length === 0 ? <p className={styles.quiet}>{words.noSuggestions}</p> : null}
      <ul className={styles.rows}>
        {shown.map((one) => (
          <li key={one.leaflet.key} className={styles.entry}>
            <strong lang={one.leaflet.language}>
              <bdi>{one.title}</bdi>
            </strong>
            <p className={styles.how}>{reasonsOf(one).join(" · ")}</p>
            <div className={styles.entryFoot}>
              <Link
                href={`${base}#hand-out-${one.leaflet.key}`}
                aria-label={words.handOutNamed(one.title)}
              >
                {words.handOut}
              </Link>
              <Link href={libraryHref(one.leaflet)} aria-label={words.readNamed(one.title)}>
                {words.read}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {suggestions.length > FIRST ? (
        <Button variant="link" size="small" onPress={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.all(suggestions.length)}
        </Button>
      ) : null}
    </Part>
  );
}

/** The leaflet in the library, in this language. */
export function libraryHref({ key, language }: SuggestionView["leaflet"]): string {
  return `/education/${encodeURIComponent(key)}?lang=${encodeURIComponent(language)}`;
}

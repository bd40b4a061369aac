import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import type { HistoryLine } from "../../ipc/contract";
import { journalWords } from "../../words/journal";
import { useFormat } from "../../words/shown/useFormat";
import { withoutMarks } from "../../words/shown/withoutMarks";
import styles from "./Journal.module.css";
import { toldChanges } from "./told";

const { history: words } = journalWords;
const FEW = 3;

/** What each field was and what it became. */
export function FieldChanges({ line }: { line: HistoryLine }) {
  const [isAll, setAll] = useState(false);
  const changes = toldChanges(line, useFormat());
  if (changes.length === 0) return null;
  const shown = isAll ? changes : changes.slice(0, FEW);
  return (
    <>
      <dl className={styles.changes}>
        {shown.map(({ label, from, to }) => (
          <div key={`${label} ${from} ${to}`} className={styles.change}>
            <dt>{label}</dt>
            <dd>
              {from === null ? null : (
                <>
                  <del>{withoutMarks(from)}</del>
                  <span aria-hidden="true"> → </span>
                </>
              )}
              <span>{to === null ? words.nothing : withoutMarks(to)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > FEW ? (
        <Button variant="link" size="small" onPress={() => setAll(!isAll)}>
          {isAll ? words.fewer : `${words.more} (${words.changes(changes.length)})`}
        </Button>
      ) : null}
    </>
  );
}

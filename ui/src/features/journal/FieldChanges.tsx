import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import type { FieldChange } from "../../ipc/contract";
import { journalWords } from "../../words/journal";
import { withoutMarks } from "../../words/shown/withoutMarks";
import styles from "./Journal.module.css";

const { history: words } = journalWords;
const FEW = 3;

/** What each field was and what it became. */
export function FieldChanges({ changes }: { changes: FieldChange[] }) {
  const [isAll, setAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = isAll ? changes : changes.slice(0, FEW);
  return (
    <>
      <dl className={styles.changes}>
        {shown.map(({ field, label, from, to }) => (
          <div key={field} className={styles.change}>
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

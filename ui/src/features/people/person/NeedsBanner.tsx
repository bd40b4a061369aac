import { Banner } from "../../../design/telling/Banner";
import type { PersonForm } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { needsOf } from "./needs";
import styles from "./PersonPage.module.css";

/** What to know before speaking or writing to them; nothing when there is nothing to know. */
export function NeedsBanner({ form }: { form: PersonForm }) {
  const { sentence, needs } = needsOf(form);
  if (sentence === "" && needs === null) return null;
  return (
    <Banner tone="accent" title={peopleWords.person.needs}>
      {sentence === "" ? null : <p>{sentence}</p>}
      {needs === null ? null : (
        <p className={styles.notes} dir="auto">
          {withoutMarks(needs)}
        </p>
      )}
    </Banner>
  );
}

import { Section } from "../../design/layout/Section";
import { useOffice } from "../../ipc/answers";
import { watcherWords } from "../../words/rules/watchers";
import { count } from "../../words/shown/format";
import { besides, keyOf, shownOn } from "./lines";
import { SignRow } from "./SignRow";
import styles from "./Signs.module.css";

/** As many as a person reads in one go; the rest is counted. */
const MOST = 12;

/** What is about to go wrong in the office, besides what My day lists with its dates. */
export function OfficeSigns() {
  const signs = useOffice("watchers.list", { limit: 100 });
  const day = useOffice("clocks.my_day", null);
  if (!(signs.data && day.data)) return null;
  const lines = besides(signs.data.lines, shownOn(day.data));
  if (lines.length === 0) return null;
  const left = lines.length - MOST + signs.data.more;
  return (
    <div className={styles.office}>
      <Section title={watcherWords.dayTitle} count={count(lines.length + signs.data.more)}>
        <ul className={styles.lines}>
          {lines.slice(0, MOST).map((line) => (
            <SignRow key={keyOf(line)} line={line} withCase={true} />
          ))}
        </ul>
        {left > 0 ? <p className={styles.more}>{watcherWords.more(count(left))}</p> : null}
      </Section>
    </div>
  );
}

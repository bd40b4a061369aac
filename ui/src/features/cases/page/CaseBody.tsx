import { useEffect, useState } from "react";
import { Segmented } from "../../../design/choices/Segmented";
import { classes } from "../../../design/given";
import { Later } from "../../../design/layout/Later";
import type { CaseView } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { choices } from "../../../words/labels";
import styles from "./Case.module.css";
import { CaseFacts } from "./CaseFacts";
import { CaseHead } from "./CaseHead";
import type { CasePageProps, CaseSlots } from "./CasePage";
import { IssuesPanel } from "./IssuesPanel";
import { PeoplePanel } from "./PeoplePanel";

const words = casesWords.page;

type CaseBodyProps = Omit<CaseSlots, "besideKind" | "history"> &
  Pick<CasePageProps, "section" | "go" | "tellDone"> & { view: CaseView };

/** Under the name: what they want, the clocks as a strip, the log, and the rest on the right. */
export function CaseBody({
  view,
  notice,
  decision,
  strip,
  addContact,
  timeline,
  clocks,
  education,
  section,
  go,
  tellDone,
}: CaseBodyProps) {
  const [shown, setShown] = useState<keyof typeof words.turns>("log");
  // Where there is room for one part only, a link to the log turns to it.
  useEffect(() => {
    if (section?.startsWith("contact")) setShown("log");
  }, [section]);
  return (
    <div className={classes(styles.case, view.closedOn !== null && styles.closed)}>
      <div className={styles.head}>
        <CaseHead view={view} />
        {notice}
        {strip}
      </div>
      <div className={styles.turn}>
        <Segmented
          label={words.turn}
          options={choices(words.turns)}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className={styles.columns} data-shown={shown}>
        <section className={styles.log} aria-label={words.log}>
          {addContact}
          {timeline}
        </section>
        <aside className={styles.side} aria-label={words.side}>
          {clocks}
          {decision}
          <Later>
            <IssuesPanel view={view} />
            <PeoplePanel view={view} go={go} tellDone={tellDone} />
            {education}
            <CaseFacts view={view} />
          </Later>
        </aside>
      </div>
    </div>
  );
}

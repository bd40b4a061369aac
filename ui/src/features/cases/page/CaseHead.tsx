import type { ReactNode } from "react";
import { Badge } from "../../../design/marks/Badge";
import { Banner } from "../../../design/telling/Banner";
import type { CaseView } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { labels } from "../../../words/labels";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Case.module.css";
import { LongText } from "./LongText";

const words = casesWords.page;
const FOLD = 320;

/** Beside the name: number, kind, stage, and what sets the case apart. */
export function CaseAside({ view, besideKind }: { view: CaseView; besideKind: ReactNode }) {
  const { urgency, kind } = view.form;
  return (
    <span className={styles.aside}>
      <span>
        {view.number} · {labels.caseKind[kind]} · {labels.stage[view.stage]}
      </span>
      {besideKind}
      {urgency === "routine" ? null : <Badge tone="soon">{words[urgency]}</Badge>}
      {view.reopened > 0 ? <Badge>{words.reopenedTimes(view.reopened)}</Badge> : null}
    </span>
  );
}

/** What they want, above everything; and, of a closed case, how it ended. */
export function CaseHead({ view }: { view: CaseView }) {
  const format = useFormat();
  const { wants } = view.form;
  return (
    <>
      {view.closedOn === null ? null : (
        <Banner
          tone="plain"
          title={words.closed(
            format.date(view.closedOn),
            view.outcome === null ? labels.stage.closed : labels.outcome[view.outcome],
          )}
        >
          {view.closingNote ? <LongText text={view.closingNote} fold={FOLD} /> : null}
        </Banner>
      )}
      <section className={styles.wants} aria-label={words.wants}>
        <p className={styles.wantsLabel}>{words.wants}</p>
        <div className={styles.wantsText}>
          {wants === "" ? (
            <p className={styles.quiet}>{words.wantsNothing}</p>
          ) : (
            <LongText text={wants} fold={FOLD} />
          )}
        </div>
      </section>
    </>
  );
}

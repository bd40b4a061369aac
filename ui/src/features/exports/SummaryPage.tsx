import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import { Link } from "../../design/buttons/Link";
import { Segmented } from "../../design/choices/Segmented";
import { Page } from "../../design/layout/Page";
import { DocumentView } from "../../design/records/DocumentView";
import { Paper } from "../../design/records/Paper";
import { Banner } from "../../design/telling/Banner";
import { Skeleton } from "../../design/telling/Skeleton";
import { useOffice } from "../../ipc/answers";
import { dropTopics, useOfficeKeeping } from "../../ipc/cache";
import type { Id, Saved, SummaryOptions } from "../../ipc/contract";
import { exportsWords as words } from "../../words/exports";
import { choices, labels } from "../../words/labels";
import { LeaveDialog, type Leaving } from "./LeaveDialog";
import { SavedNote } from "./SavedNote";
import styles from "./Summary.module.css";
import type { SummarySearch } from "./search";

export type SummaryPageProps = {
  caseId: Id;
  search: SummarySearch;
  onSearch: (next: SummarySearch) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The case on paper, before it is paper: seen, then printed or saved. */
export function SummaryPage({ caseId, search, onSearch, tellDone }: SummaryPageProps) {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const office = useOffice("security.status", null).data?.office;
  const paper = search.paper ?? office?.paper ?? "letter";
  const options: SummaryOptions = { case: caseId, paper, copy: search.copy ?? "full" };
  const preview = useOfficeKeeping("exports.preview", options);
  return (
    <Page
      title={words.title}
      aside={<Link href={`/cases/${caseId}`}>{words.back}</Link>}
      actions={
        <>
          <Button onPress={() => setLeaving("print")}>{words.print}</Button>
          <Button variant="primary" onPress={() => setLeaving("save")}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles.page}>
        <div className={styles.options}>
          <Segmented
            label={words.paper}
            options={choices(labels.paper)}
            value={paper}
            onChange={(next) => onSearch({ ...search, paper: next })}
          />
          <Segmented
            label={words.copy}
            options={choices(labels.copy)}
            value={options.copy}
            onChange={(next) => onSearch({ ...search, copy: next })}
          />
          <p className={styles.hint}>{words.copyHint[options.copy]}</p>
        </div>
        {saved === null ? null : <SavedNote saved={saved} />}
        {preview.error ? (
          <Banner
            tone="late"
            title={words.failed}
            action={<Button onPress={() => dropTopics(["exports"])}>{words.again}</Button>}
          >
            {preview.error.message}
          </Banner>
        ) : null}
        {preview.isPending ? <Skeleton label={words.loading} shape="form" count={6} /> : null}
        {preview.data ? (
          <Paper size={preview.data.paper} label={words.preview(preview.data.title)}>
            <DocumentView document={preview.data} />
          </Paper>
        ) : null}
      </div>
      {leaving === null ? null : (
        <LeaveDialog
          leaving={leaving}
          options={options}
          onClose={() => setLeaving(null)}
          onSaved={setSaved}
          onPrinted={() => tellDone(words.printed, null)}
        />
      )}
    </Page>
  );
}

import { Button } from "../../../design/buttons/Button";
import { Page } from "../../../design/layout/Page";
import { Section } from "../../../design/layout/Section";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { Handing, QuestionsView } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { askWords as words } from "../../../words/education/ask";
import { LeaveButtons } from "../paper/LeaveButtons";
import { PaperChoices } from "../paper/PaperChoices";
import { Preview } from "../paper/Preview";
import { SavedNote } from "../paper/SavedNote";
import { useLeaving } from "../paper/useLeaving";
import { AddQuestion } from "./AddQuestion";
import styles from "./Ask.module.css";
import { AskLines } from "./AskLines";
import { SourceFields } from "./SourceFields";
import { type AskSearch, sourceIn } from "./search";
import { type AskLine, chosenIn, linesFrom, NO_SHEET } from "./sheetDraft";
import { type Source, useSource } from "./useSource";

export type AskPageProps = {
  search: AskSearch;
  onSearch: (next: AskSearch) => void;
};

const HERE = "/education/questions";

/** Puts a sheet of questions together for one visit, and prints it. */
export function AskPage(props: AskPageProps) {
  const bank = useOffice("education.questions", null);
  if (bank.error) throw bank.error;
  if (bank.data) return <Opened {...props} bank={bank.data} />;
  return (
    <Page title={words.title} lead={words.lead}>
      <Skeleton label={words.loading} shape="form" count={4} />
    </Page>
  );
}

function Opened({ search, onSearch, bank }: AskPageProps & { bank: QuestionsView[] }) {
  const sheet = useSheet(search, bank);
  const { draft, source, lines } = sheet;
  const handing = useHanding(search, source, chosenIn(lines));
  // What is on paper is no draft any more; it stays on the screen all the same.
  const leaving = useLeaving(handing, () => void draft.done(draft.body));
  const isBlank = handing.sheet?.questions.length === 0;
  const startOver = () => {
    draft.startOver();
    onSearch({});
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {lines.length > 0 ? <Button onPress={startOver}>{words.startOver}</Button> : null}
          <LeaveButtons leaving={leaving} isDisabled={isBlank} />
        </>
      }
    >
      <div className={styles.page}>
        <div className={styles.making}>
          <SourceFields bank={bank} source={source} search={search} onSearch={onSearch} />
          {lines.length > 0 ? <AskLines lines={lines} onLines={sheet.setLines} /> : null}
          <AddQuestion
            lines={lines}
            text={draft.body.adding}
            onText={sheet.setAdding}
            onLines={sheet.addLines}
          />
        </div>
        <Section title={words.sheet}>
          <div className={styles.sheet}>
            <PaperChoices
              paper={handing.paper}
              size={handing.size}
              onChange={(by) => onSearch({ ...search, ...by })}
            />
            <SavedNote saved={leaving.saved} />
            {isBlank ? (
              <EmptyState sentence={lines.length > 0 ? words.nothing : words.empty} />
            ) : (
              <Preview handing={handing} />
            )}
          </div>
        </Section>
      </div>
    </Page>
  );
}

/** The lines on the list, from the address or as they were kept. */
function useSheet(search: AskSearch, bank: QuestionsView[]) {
  const draft = useDraft(HERE, words.title, NO_SHEET);
  const { body } = draft;
  const name = sourceIn(search) ?? body.source;
  const { source } = useSource(name, bank);
  const isKept = draft.ready && body.source === name && body.lines.length > 0;
  const lines = isKept ? body.lines : linesFrom(source?.questions ?? [], body.lines);
  const keep = (next: AskLine[], adding: string) =>
    draft.set({ source: name, lines: next, adding });
  return {
    draft,
    source,
    lines,
    setLines: (next: AskLine[]) => keep(next, body.adding),
    addLines: (next: AskLine[]) => keep(next, ""),
    setAdding: (adding: string) => keep(lines, adding),
  };
}

function useHanding(search: AskSearch, source: Source | null, questions: string[]): Handing {
  const ours = useOffice("security.status", null).data?.office?.paper ?? "letter";
  return {
    leaflets: [],
    sheet: { language: source?.language ?? "en", visit: source?.about ?? null, questions },
    paper: search.paper ?? ours,
    size: search.size ?? "12",
  };
}

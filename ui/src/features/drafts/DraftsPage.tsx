import { Button } from "../../design/buttons/Button";
import { Link } from "../../design/buttons/Link";
import { Page } from "../../design/layout/Page";
import { Row } from "../../design/layout/Stack";
import { tell } from "../../design/overlays/Toast";
import { EmptyState } from "../../design/telling/EmptyState";
import { Skeleton } from "../../design/telling/Skeleton";
import { useOffice } from "../../ipc/answers";
import { dropTopics } from "../../ipc/cache";
import { call } from "../../ipc/call";
import type { Draft } from "../../ipc/contract";
import { toOfficeError } from "../../ipc/errors";
import { draftsWords as words } from "../../words/drafts";
import { useFormat } from "../../words/shown/useFormat";
import { withoutMarks } from "../../words/shown/withoutMarks";
import styles from "./DraftsPage.module.css";
import { firstWords, formDrafts } from "./opening";

type DraftsPageProps = { go: (href: string) => void };

/** What was begun and neither sent nor thrown away. */
export function DraftsPage({ go }: DraftsPageProps) {
  const drafts = useOffice("drafts.list", null);
  if (drafts.error) throw drafts.error;
  const shown = formDrafts(drafts.data ?? []);
  return (
    <Page title={words.title} lead={words.lead} width="reading">
      {drafts.data === undefined ? (
        <Skeleton label={words.loading} shape="rows" />
      ) : shown.length === 0 ? (
        <EmptyState
          sentence={words.empty}
          action={<Link href="/cases/new">{words.newCase}</Link>}
        />
      ) : (
        <ul className={styles.list} aria-label={words.label}>
          {shown.map((draft) => (
            <DraftRow key={draft.key} draft={draft} go={go} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function DraftRow({ draft, go }: DraftsPageProps & { draft: Draft }) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h2>
          <Link href={draft.key} tone="row">
            {draft.title}
          </Link>
        </h2>
        <p className={styles.words}>{withoutMarks(firstWords(draft.body)) || words.blank}</p>
      </div>
      <p className={styles.kept}>{zone ? format.instant(draft.savedAt, zone) : null}</p>
      <Row gap={2}>
        <Button size="small" onPress={() => go(draft.key)}>
          {words.goOn}
        </Button>
        <Button
          size="small"
          aria-label={words.dropLabel(draft.title)}
          onPress={() => void throwAway(draft)}
        >
          {words.drop}
        </Button>
      </Row>
    </li>
  );
}

/** Thrown away at once, and back again at once: a draft is not in the journal, so Undo keeps it here. */
async function throwAway({ key, title, body }: Draft): Promise<void> {
  try {
    await call("drafts.drop", { key });
    dropTopics(["drafts"]);
    const bringBack = () =>
      void call("drafts.save", { key, title, body }).then(
        () => dropTopics(["drafts"]),
        (thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" }),
      );
    tell({ words: words.dropped(title), action: { label: words.undo, run: bringBack } });
  } catch (thrown) {
    tell({ words: toOfficeError(thrown).message, tone: "late" });
  }
}

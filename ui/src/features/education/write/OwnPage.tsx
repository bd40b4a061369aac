import { PenLine } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Page } from "../../../design/layout/Page";
import { Section } from "../../../design/layout/Section";
import { Chip } from "../../../design/marks/Chip";
import { DueChip } from "../../../design/marks/DueChip";
import { Menu } from "../../../design/overlays/Menu";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { OwnRow, Purpose } from "../../../ipc/contract";
import { educationWriteWords } from "../../../words/education/write";
import { languageName } from "../../../words/languages";
import { count } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./own/Own.module.css";
import { groupsOf, stateOf } from "./own/rows";

const words = educationWriteWords.own;
const PURPOSES: readonly Purpose[] = ["leaflet", "policy", "procedure"];

/** Everything the office wrote or adapted. */
export function OwnPage({ go }: { go: (href: string) => void }) {
  const own = useOffice("education.own", null);
  if (own.error) throw own.error;
  return (
    <Page title={words.title} lead={words.lead} actions={<Begin go={go} />}>
      <div className={styles.page}>
        {own.data ? <Groups rows={own.data} /> : <Skeleton label={words.loading} shape="rows" />}
      </div>
    </Page>
  );
}

function Begin({ go }: { go: (href: string) => void }) {
  return (
    <Menu
      trigger={
        <Button variant="primary" icon={PenLine}>
          {words.write}
        </Button>
      }
      label={words.write}
      entries={PURPOSES.map((id) => ({ id, label: words.new[id], hint: words.newHint[id] }))}
      onChoose={(purpose) => go(`/education/write/new?purpose=${purpose}`)}
      placement="bottom end"
    />
  );
}

function Groups({ rows }: { rows: readonly OwnRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState
        sentence={words.empty}
        detail={words.emptyDetail}
        action={<Link href="/education/write/new?purpose=leaflet">{words.new.leaflet}</Link>}
      />
    );
  }
  return groupsOf(rows).map(({ purpose, rows: inGroup }) => (
    <Section key={purpose} title={words.groups[purpose]} count={count(inGroup.length)}>
      <ul className={styles.list}>
        {inGroup.map((row) => (
          <OwnLine key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  ));
}

function OwnLine({ row }: { row: OwnRow }) {
  const format = useFormat();
  const { shape, words: state } = stateOf(row);
  const { id, key, title, language, version, reviewBy, reviewDue } = row;
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link tone="row" href={`/education/write/${id}`}>
          <strong lang={language}>
            <bdi>{title}</bdi>
          </strong>
        </Link>
        <span className={styles.quiet}>
          {languageName(language)}
          {row.adapted ? <> · {words.adapted}</> : null}
          {version > 0 ? (
            <>
              {" · "}
              <Link
                tone="quiet"
                href={`/education/${key}?lang=${encodeURIComponent(language)}`}
                aria-label={words.readNamed(title)}
              >
                {words.read}
              </Link>
            </>
          ) : null}
        </span>
        {row.behind ? <Chip tone="soon">{words.behind}</Chip> : null}
      </span>
      <span className={styles.stands}>
        {reviewBy === null ? null : reviewDue ? (
          <DueChip shape="late">{words.reviewDue(format.date(reviewBy))}</DueChip>
        ) : (
          <span className={styles.quiet}>{words.reviewBy(format.date(reviewBy))}</span>
        )}
        <DueChip shape={shape}>{state}</DueChip>
      </span>
    </li>
  );
}

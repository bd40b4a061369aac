import { Link } from "../../design/buttons/Link";
import { DueChip } from "../../design/marks/DueChip";
import { Banner } from "../../design/telling/Banner";
import { EmptyState } from "../../design/telling/EmptyState";
import { Skeleton } from "../../design/telling/Skeleton";
import { useOfficePages } from "../../ipc/cache";
import type { CaseRow, Id } from "../../ipc/contract";
import { labels } from "../../words/labels";
import { peopleWords } from "../../words/people";
import { dueShape, dueWords } from "../../words/shown/due";
import { useFormat } from "../../words/shown/useFormat";
import { everyCase } from "../reach/everyCase";
import styles from "./CasesOfPerson.module.css";

const { person: words } = peopleWords;
const MOST = 20;

/** The cases a person is part of, the latest first, on that person's page. */
export function CasesOfPerson({ person }: { person: Id }) {
  const cases = useOfficePages("cases.list", {
    filter: { ...everyCase, person },
    order: "received",
    after: null,
    limit: MOST,
  });
  if (cases.error) return <Banner tone="late">{cases.error.message}</Banner>;
  if (cases.isLoading) return <Skeleton label={words.cases} shape="lines" count={2} />;
  if (cases.rows.length === 0) return <EmptyState sentence={words.noCases} />;
  return (
    <>
      <ul className={styles.list}>
        {cases.rows.map((row) => (
          <CaseLine key={row.id} row={row} />
        ))}
      </ul>
      {cases.hasMore ? (
        <Link href={`/cases?show=all&person=${person}`}>{words.allCases}</Link>
      ) : null}
    </>
  );
}

function CaseLine({ row }: { row: CaseRow }) {
  const format = useFormat();
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link href={`/cases/${row.id}`}>{row.number}</Link> <span>{labels.caseKind[row.kind]}</span>
        <span className={styles.quiet}>
          {" · "}
          {words.caseLine(row.about, labels.stage[row.stage])}
        </span>
      </span>
      {row.next ? (
        <DueChip shape={dueShape(row.next)}>{dueWords(row.next, format)}</DueChip>
      ) : (
        <span className={styles.quiet}>{format.date(row.closedOn ?? row.receivedOn)}</span>
      )}
    </li>
  );
}

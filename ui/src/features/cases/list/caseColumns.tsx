import type { ReactNode } from "react";
import { DueChip } from "../../../design/marks/DueChip";
import { CellButton } from "../../../design/table/CellButton";
import type { Column } from "../../../design/table/Table";
import type { CaseRow } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { dueShape, dueWords } from "../../../words/shown/due";
import type { Format } from "../../../words/shown/format";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { dueWindowOf, type SearchChange } from "../filter/search";
import styles from "./List.module.css";
import { listWords } from "./listWords";

const words = listWords;

type Change = (by: SearchChange) => void;

/** Which case it is and whom it is about. */
const whose: Column<CaseRow>[] = [
  {
    id: "number",
    label: words.columns.number,
    width: 7.5,
    isRowHeader: true,
    render: (row) => (
      <Opening row={row}>
        <strong className={styles.number}>{row.number}</strong>
      </Opening>
    ),
    text: (row) => `${row.number} ${row.patientName}`,
  },
  {
    id: "patient",
    label: words.columns.patient,
    width: "3fr",
    minWidth: 8.5,
    render: (row) => <Opening row={row}>{withoutMarks(row.patientName)}</Opening>,
    text: ({ patientName }) => patientName,
  },
];

/** The columns of the case list; pressing a value narrows the list to it. */
export function caseColumns(change: Change, format: Format, hasUnit: boolean): Column<CaseRow>[] {
  const value = (name: string, shown: string, by: SearchChange) => (
    <CellButton label={words.filterBy(name, shown)} onPress={() => change(by)}>
      {shown}
    </CellButton>
  );
  const { columns, filters } = words;
  const unit: Column<CaseRow> = {
    id: "unit",
    label: columns.unit,
    width: 6.5,
    render: ({ unit }) => (unit === null ? null : value(filters.unit, unit, { unit })),
    text: ({ unit }) => unit ?? "",
  };
  return [
    ...whose,
    {
      id: "kind",
      label: columns.kind,
      width: 7,
      render: (row) => value(filters.kind, labels.caseKind[row.kind], { kind: row.kind }),
    },
    {
      id: "about",
      label: columns.about,
      width: "4fr",
      minWidth: 11,
      render: ({ about }) => <span dir="auto">{withoutMarks(about)}</span>,
      text: ({ about }) => about,
    },
    ...(hasUnit ? [unit] : []),
    {
      id: "stage",
      label: columns.stage,
      width: 9.5,
      render: ({ stage }) => value(filters.stage, labels.stage[stage], { stage }),
      text: ({ stage }) => labels.stage[stage],
    },
    {
      id: "next",
      label: columns.next,
      width: 10.75,
      render: (row) => <NextDate row={row} change={change} format={format} />,
    },
    {
      id: "owner",
      label: columns.owner,
      width: 8.75,
      render: (row) => value(filters.owner, row.ownerName, { owner: row.owner }),
      text: ({ ownerName }) => ownerName,
    },
  ];
}

type NextDateProps = { row: CaseRow; change?: Change; format: Format };

/** The nearest clock or promise of a case, or that it is closed. */
export function NextDate({ row, change, format }: NextDateProps) {
  if (row.closedOn !== null) {
    return <span className={styles.quiet}>{words.closedOn(format.day(row.closedOn))}</span>;
  }
  if (row.next === null) return <span className={styles.quiet}>{words.nothingDue}</span>;
  const window = dueWindowOf(row.next);
  const shown = dueWords(row.next, format);
  if (window === null || change === undefined) {
    return <DueChip shape={dueShape(row.next)}>{shown}</DueChip>;
  }
  const name = words.filters.due;
  return (
    <DueChip
      shape={dueShape(row.next)}
      label={`${shown}. ${words.filterBy(name, words.filters.dueWindow[window])}`}
      onPress={() => change({ due: window })}
      isInTable
    >
      {shown}
    </DueChip>
  );
}

/** What says whose case it is looks and speaks as what opens it; the other values filter. */
function Opening({ row, children }: { row: CaseRow; children: ReactNode }) {
  return (
    <span
      className={styles.opening}
      title={words.openNamed(row.number, row.patientName)}
      dir="auto"
    >
      {children}
    </span>
  );
}

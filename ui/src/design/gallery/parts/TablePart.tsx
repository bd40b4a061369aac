import { useMemo, useState } from "react";
import { Stack } from "../../layout/Stack";
import { DueChip, type DueChipShape } from "../../marks/DueChip";
import { CellButton } from "../../table/CellButton";
import { type Column, Table, type TableSort } from "../../table/Table";
import { EmptyState } from "../../telling/EmptyState";

type CaseLine = {
  number: string;
  patient: string;
  kind: string;
  about: string;
  stage: string;
  due: [DueChipShape, string];
  owner: string;
};

const CASES: CaseLine[] = [
  line(
    "A-26-0143",
    "Ruth Abara",
    "Grievance",
    "Call light unanswered for two hours",
    "In investigation",
    "late",
    "Overdue 2 days",
    "Dana Whitcomb",
  ),
  line(
    "A-26-0158",
    "Mei Lin",
    "Concern",
    "Discharge plan not explained in Mandarin",
    "Triaged",
    "promise",
    "Promised today",
    "Dana Whitcomb",
  ),
  line(
    "A-26-0160",
    "(name withheld)",
    "Complaint",
    "Waiting time before surgery, no food for a day",
    "Awaiting an answer",
    "plain",
    "Mon, Mar 16",
    "Lee Okafor",
  ),
  line(
    "A-26-0147",
    "Ida Bergström",
    "Grievance",
    "Lost hearing aids after transfer",
    "Response drafted",
    "promise",
    "Wed, Mar 18",
    "Dana Whitcomb",
  ),
  line(
    "A-26-0132",
    "Samuel Ortiz-Castellanos",
    "Compliment",
    "Thanks to the night team",
    "Closed",
    "met",
    "Met Mon, Mar 9",
    "Lee Okafor",
  ),
  line(
    "A-26-0129",
    "Fatima al-Rashid",
    "Billing",
    "Charged for a private room she did not ask for",
    "In investigation",
    "soon",
    "Fri, Mar 20",
    "Lee Okafor",
  ),
  line(
    "A-26-0118",
    "George Whitfield",
    "Records",
    "Wants the note of February 2 corrected",
    "Acknowledged",
    "plain",
    "Mon, Apr 13",
    "Dana Whitcomb",
  ),
];

export function TablePart() {
  const [sort, setSort] = useState<TableSort>({ column: "due", direction: "ascending" });
  const [said, setSaid] = useState("");
  const columns = useMemo(() => columnsFor((stage) => setSaid(`Filtered by ${stage}.`)), []);
  return (
    <Stack>
      <Table
        label="Cases"
        rows={CASES}
        rowId={({ number }) => number}
        columns={columns}
        onOpen={({ number }) => setSaid(`Opened ${number}.`)}
        selected="A-26-0143"
        sort={sort}
        onSort={setSort}
        empty=""
      />
      <p role="status">{said}</p>
      <LongTable />
      <Table
        label="No cases"
        rows={[]}
        rowId={({ number }: CaseLine) => number}
        columns={columns}
        empty={<EmptyState sentence="No case fits these filters." />}
      />
    </Stack>
  );
}

const PAGE = 500;
const ALL = 10_000;

/** Ten thousand rows, asked for page by page as they come into sight. */
function LongTable() {
  const [shown, setShown] = useState(PAGE);
  const rows = useMemo(() => Array.from({ length: shown }, (_, n) => ({ n: n + 1 })), [shown]);
  const columns = useMemo<Column<{ n: number }>[]>(
    () => [
      { id: "n", label: "Number", isRowHeader: true, width: 8, align: "end", render: ({ n }) => n },
      { id: "square", label: "Its square", width: "1fr", render: ({ n }) => n * n },
    ],
    [],
  );
  return (
    <Table
      label="Ten thousand numbers"
      rows={rows}
      rowId={({ n }) => String(n)}
      columns={columns}
      loadMore={shown < ALL ? () => setShown(shown + PAGE) : undefined}
      loadingMoreText="Loading more"
      empty=""
    />
  );
}

function columnsFor(onStage: (stage: string) => void): Column<CaseLine>[] {
  return [
    {
      id: "number",
      label: "Case",
      isRowHeader: true,
      width: 6.5,
      render: (row) => <strong>{row.number}</strong>,
    },
    { id: "patient", label: "Patient", width: "1.3fr", minWidth: 9, render: (row) => row.patient },
    { id: "kind", label: "Kind", width: 7, render: (row) => row.kind },
    {
      id: "about",
      label: "What it is about",
      width: "2fr",
      minWidth: 12,
      render: (row) => row.about,
    },
    {
      id: "stage",
      label: "Stage",
      width: 9.5,
      text: (row) => row.stage,
      render: (row) => (
        <CellButton label={`Show only: ${row.stage}`} onPress={() => onStage(row.stage)}>
          {row.stage}
        </CellButton>
      ),
    },
    {
      id: "due",
      label: "Next clock or promise",
      width: 12,
      isSortable: true,
      text: (row) => row.due[1],
      render: (row) => <DueChip shape={row.due[0]}>{row.due[1]}</DueChip>,
    },
    { id: "owner", label: "Owner", width: 8.5, render: (row) => row.owner },
  ];
}

function line(
  number: string,
  patient: string,
  kind: string,
  about: string,
  stage: string,
  ...[shape, words, owner]: [DueChipShape, string, string]
): CaseLine {
  return { number, patient, kind, about, stage, due: [shape, words], owner };
}

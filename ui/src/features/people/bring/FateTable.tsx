import { Button } from "../../../design/buttons/Button";
import { CheckBox } from "../../../design/choices/CheckBox";
import { Row, Stack } from "../../../design/layout/Stack";
import { type Column, Table } from "../../../design/table/Table";
import type { ImportFate, ImportLine } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import styles from "./Bring.module.css";

type FateTableProps = {
  fate: ImportFate;
  lines: ImportLine[];
  out: ReadonlySet<number>;
  onTick: (lines: ImportLine[], isIn: boolean) => void;
};

const { bring: words } = peopleWords;

/** The lines that share one fate, each with why, and a tick for what may come in. */
export function FateTable({ fate, lines, out, onTick }: FateTableProps) {
  const canTick = fate !== "skip";
  const columns = [...(canTick ? [tickColumn(out, onTick)] : []), ...COLUMNS];
  return (
    <Stack gap={3}>
      <p className={styles.hint}>{words.groupHints[fate]}</p>
      {canTick && lines.length > 1 ? (
        <Row gap={2}>
          <Button size="small" onPress={() => onTick(lines, true)}>
            {words.all}
          </Button>
          <Button size="small" onPress={() => onTick(lines, false)}>
            {words.none}
          </Button>
        </Row>
      ) : null}
      <Table
        label={words.groups[fate]}
        rows={lines}
        rowId={({ n }) => String(n)}
        columns={columns}
        empty={null}
      />
    </Stack>
  );
}

const COLUMNS: Column<ImportLine>[] = [
  {
    id: "title",
    label: words.columns.title,
    isRowHeader: true,
    width: "2fr",
    minWidth: 11,
    render: ({ title }) => title,
  },
  {
    id: "why",
    label: words.columns.why,
    width: "3fr",
    minWidth: 14,
    render: ({ why }) => <span title={why}>{why}</span>,
    text: ({ why }) => why,
  },
  {
    id: "resource",
    label: words.columns.resource,
    width: 9,
    render: ({ resource, reference }) => reference ?? resource,
  },
  {
    id: "file",
    label: words.columns.file,
    width: "1fr",
    minWidth: 8,
    render: ({ file }) => <span title={file}>{file}</span>,
    text: ({ file }) => file,
  },
];

function tickColumn(
  out: ReadonlySet<number>,
  onTick: (lines: ImportLine[], isIn: boolean) => void,
): Column<ImportLine> {
  return {
    id: "include",
    label: words.include,
    width: 6,
    render: (line) => (
      <CheckBox
        label={words.includeLabel(line.title)}
        hideLabel
        isSelected={!out.has(line.n)}
        onChange={(isIn) => onTick([line], isIn)}
      />
    ),
    text: ({ n }) => String(!out.has(n)),
  };
}

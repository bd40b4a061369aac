import { CellButton } from "../../../design/table/CellButton";
import type { Column } from "../../../design/table/Table";
import type { PersonKind, PersonRow } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { peopleWords } from "../../../words/people";
import type { Format } from "../../../words/shown/format";
import { count } from "../../../words/shown/format";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { knownBy } from "../knownBy";
import styles from "./PeopleList.module.css";

const { list: words } = peopleWords;

/** A click on a kind filters by it. */
export function peopleColumns(
  format: Format,
  onKind: (kind: PersonKind) => void,
): Column<PersonRow>[] {
  return [
    {
      id: "name",
      label: words.name,
      isRowHeader: true,
      width: "2fr",
      minWidth: 11,
      render: ({ name }) => (
        <span className={styles.name} dir="auto">
          {withoutMarks(name)}
        </span>
      ),
      text: ({ name }) => name,
    },
    {
      id: "kind",
      label: words.kind,
      width: 9,
      render: ({ kind }) => (
        <CellButton label={labels.personKind[kind]} onPress={() => onKind(kind)}>
          {labels.personKind[kind]}
        </CellButton>
      ),
      text: ({ kind }) => labels.personKind[kind],
    },
    {
      id: "about",
      label: words.about,
      width: "3fr",
      minWidth: 12,
      render: (row) => knownBy(row, format),
      text: (row) => knownBy(row, format),
    },
    {
      id: "unit",
      label: words.unit,
      width: "1fr",
      minWidth: 7,
      render: ({ unit }) => unit ?? "",
      text: ({ unit }) => unit ?? "",
    },
    {
      id: "open",
      label: words.open,
      width: 7,
      align: "end",
      render: ({ openCases }) => (openCases > 0 ? count(openCases) : ""),
      text: ({ openCases }) => String(openCases),
    },
  ];
}

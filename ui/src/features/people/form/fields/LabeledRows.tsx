import { Plus, X } from "lucide-react";
import { Button } from "../../../../design/buttons/Button";
import { IconButton } from "../../../../design/buttons/IconButton";
import { ComboBox } from "../../../../design/choices/ComboBox";
import { FieldGroup } from "../../../../design/fields/Field";
import { TextField } from "../../../../design/fields/TextField";
import type { Labeled } from "../../../../ipc/contract";
import { generalWords } from "../../../../words/messages";
import { peopleWords } from "../../../../words/people";
import { labelsOf, labelWords, type RowsField } from "../../rowLabels";
import { LIMIT } from "../blank";
import styles from "../PersonForm.module.css";

type LabeledRowsProps = {
  field: RowsField;
  rows: Labeled[];
  onChange: (rows: Labeled[]) => void;
};

const { form: words } = peopleWords;
const INPUT = { identifiers: "text", phones: "tel", emails: "email" } as const;

/** Phones, e-mail addresses or numbers: as many as there are, each with what it is. */
export function LabeledRows({ field, rows, onChange }: LabeledRowsProps) {
  const text = words.rows[field];
  const change = (place: number, part: Partial<Labeled>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const add = () => onChange([...rows, { label: firstLabel(field), value: "" }]);
  return (
    <FieldGroup legend={text.title} name={field}>
      <div className={styles.rows}>
        {rows.map((row, place) => (
          <LabeledRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place.
            key={place}
            field={field}
            place={place}
            row={row}
            onChange={(part) => change(place, part)}
            onRemove={() => onChange(rows.filter((_, at) => at !== place))}
          />
        ))}
        <div>
          <Button size="small" icon={Plus} onPress={add}>
            {text.add}
          </Button>
        </div>
      </div>
    </FieldGroup>
  );
}

type LabeledRowProps = {
  field: RowsField;
  place: number;
  row: Labeled;
  onChange: (part: Partial<Labeled>) => void;
  onRemove: () => void;
};

function LabeledRow({ field, place, row, onChange, onRemove }: LabeledRowProps) {
  const text = words.rows[field];
  const options = labelsOf(field);
  const label = labelWords(field, row.label);
  return (
    <div className={styles.row}>
      <ComboBox
        label={text.label}
        hideLabel
        name={`${field}.${place}.label`}
        value={options.find((one) => one.label === label) ?? null}
        onChange={(choice) => choice && onChange({ label: choice.label })}
        text={label}
        onTextChange={(typed) => onChange({ label: typed })}
        options={options}
        loadingText={generalWords.loading}
        emptyText={generalWords.nothingFound}
        allowsText
      />
      <TextField
        label={text.value}
        hideLabel
        name={`${field}.${place}.value`}
        type={INPUT[field]}
        value={row.value}
        onChange={(value) => onChange({ value })}
        placeholder={text.value}
        limit={LIMIT.short}
        limitWords={words.limit}
        autoFocus={row.value === ""}
      />
      <IconButton label={words.remove(row.value)} icon={X} onPress={onRemove} />
    </div>
  );
}

function firstLabel(field: RowsField): string {
  return labelsOf(field)[0]?.label ?? "";
}

import { ComboBox } from "../../../design/choices/ComboBox";
import { useOffice } from "../../../ipc/answers";
import { casesWords } from "../../../words/cases";
import { generalWords } from "../../../words/messages";
import { unitsLike } from "./unitsLike";

const words = casesWords.form;

type UnitFieldProps = { value: string; onChange: (unit: string) => void };

/** The unit: one that was named before, or a new name as it is typed. */
export function UnitField({ value, onChange }: UnitFieldProps) {
  const counts = useOffice("cases.counts", null);
  const units = unitsLike(counts.data?.units ?? [], value);
  return (
    <ComboBox
      label={words.unit}
      hint={words.unitHint}
      name="unit"
      width="half"
      value={value === "" ? null : { id: value, label: value }}
      text={value}
      onTextChange={onChange}
      onChange={(choice) => choice && onChange(choice.label)}
      options={units.map((unit) => ({ id: unit, label: unit }))}
      loadingText={generalWords.loading}
      emptyText={words.unitNone}
      optional={generalWords.optional}
      allowsText
    />
  );
}

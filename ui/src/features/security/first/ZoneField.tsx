import { useMemo, useState } from "react";
import { ComboBox } from "../../../design/choices/ComboBox";
import { generalWords } from "../../../words/messages";
import { zoneName, zonesLike } from "./zones";

type ZoneFieldProps = {
  label: string;
  name: string;
  hint: string;
  emptyText: string;
  value: string;
  onChange: (zone: string) => void;
};

const MOST = 60;

/** Some four hundred zones: typed into, not scrolled through. */
export function ZoneField({ label, name, hint, emptyText, value, onChange }: ZoneFieldProps) {
  const [text, setText] = useState(() => zoneName(value));
  const isChosen = text === zoneName(value);
  const options = useMemo(() => zonesLike(isChosen ? "" : text).slice(0, MOST), [isChosen, text]);
  return (
    <ComboBox
      label={label}
      name={name}
      hint={hint}
      value={value === "" ? null : { id: value, label: zoneName(value) }}
      onChange={(zone) => {
        onChange(zone?.id ?? "");
        setText(zone?.label ?? "");
      }}
      text={text}
      onTextChange={setText}
      options={options}
      loadingText={generalWords.loading}
      emptyText={emptyText}
    />
  );
}

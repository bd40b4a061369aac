import { CheckBox } from "../../../../design/choices/CheckBox";
import styles from "../Write.module.css";
import { turned } from "./editing";

type TickListProps<T extends string> = {
  legend: string;
  hint?: string | undefined;
  name: string;
  options: readonly { id: T; label: string }[];
  value: readonly T[];
  onChange: (value: T[]) => void;
};

/** Any of a list of words. */
export function TickList<T extends string>(props: TickListProps<T>) {
  const { legend, hint, name, options, value, onChange } = props;
  return (
    <fieldset className={styles.tickGroup} data-field={name}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? <p className={styles.quiet}>{hint}</p> : null}
      <div className={styles.ticks}>
        {options.map(({ id, label }) => (
          <CheckBox
            key={id}
            label={label}
            isSelected={value.includes(id)}
            onChange={(isOn) => onChange(turned(value, id, isOn))}
          />
        ))}
      </div>
    </fieldset>
  );
}

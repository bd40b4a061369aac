import { RadioGroup as AriaRadioGroup, RadioButton, RadioField, Text } from "react-aria-components";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { classes } from "../given";
import styles from "./CheckBox.module.css";
import type { OptionEntry } from "./Option";

export type RadioGroupProps<T extends string> = FieldProps & {
  options: readonly OptionEntry<T>[];
  value: T | null;
  onChange: (value: T) => void;
  layout?: "column" | "row" | undefined;
};

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const field = useAriaField(props);
  const { options, value, onChange, layout = "column" } = props;
  return (
    <AriaRadioGroup
      {...field}
      value={value}
      onChange={(key) => {
        const picked = options.find(({ id }) => id === key);
        if (picked) onChange(picked.id);
      }}
    >
      <FieldParts {...props}>
        <div className={classes(styles.choices, layout === "row" && styles.row)}>
          {options.map(({ id, label, hint }) => (
            <RadioField key={id} value={id} className={classes(styles.field)}>
              <RadioButton className={classes(styles.button)}>
                <span className={styles.dot} />
                <span className={styles.label}>{label}</span>
              </RadioButton>
              {hint ? (
                <Text slot="description" className={classes(styles.hint)}>
                  {hint}
                </Text>
              ) : null}
            </RadioField>
          ))}
        </div>
      </FieldParts>
    </AriaRadioGroup>
  );
}

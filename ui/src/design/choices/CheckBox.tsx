import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField, Text } from "react-aria-components";
import { FieldErrorLine } from "../fields/Field";
import { useFieldWords } from "../forms/problems";
import { classes, given } from "../given";
import styles from "./CheckBox.module.css";

export type CheckBoxProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  name?: string | undefined;
  isIndeterminate?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** The label must then be plain words. */
  hideLabel?: boolean | undefined;
};

export function CheckBox(props: CheckBoxProps) {
  const { label, hint, isSelected, onChange, name, hideLabel } = props;
  const { isIndeterminate = false, isDisabled = false } = props;
  const error = useFieldWords(name, props.error);
  return (
    <CheckboxField
      className={classes(styles.field)}
      data-field={name}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      {...given({ name, isInvalid: error ? true : undefined })}
      {...(hideLabel ? { "aria-label": String(label) } : {})}
    >
      <FieldErrorLine error={error} />
      <CheckboxButton className={classes(styles.button)}>
        <span className={styles.box}>
          {isIndeterminate ? <Minus className={styles.mark} strokeWidth={3} aria-hidden /> : null}
          {isSelected && !isIndeterminate ? (
            <Check className={styles.mark} strokeWidth={3} aria-hidden />
          ) : null}
        </span>
        {hideLabel ? null : <span className={styles.label}>{label}</span>}
      </CheckboxButton>
      {hint ? (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      ) : null}
    </CheckboxField>
  );
}

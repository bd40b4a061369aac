import type { ReactNode } from "react";
import { SwitchButton, SwitchField, Text } from "react-aria-components";
import { classes, given } from "../given";
import styles from "./Switch.module.css";

export type SwitchProps = {
  label: string;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  name?: string | undefined;
  isDisabled?: boolean | undefined;
};

/** Something that is on or off at once, with nothing to save. */
export function Switch(props: SwitchProps) {
  const { label, hint, isSelected, onChange, name, isDisabled = false } = props;
  return (
    <SwitchField
      className={classes(styles.field)}
      data-field={name}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...given({ name })}
    >
      <SwitchButton className={classes(styles.button)}>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
        <span>{label}</span>
      </SwitchButton>
      {hint ? (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      ) : null}
    </SwitchField>
  );
}

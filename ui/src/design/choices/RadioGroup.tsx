import { type ReactNode, useId } from "react";
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
  /** Headings over some of the options, for more than a few; every option is under one of them. */
  groups?: readonly { title: string; ids: readonly T[] }[] | undefined;
};

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const field = useAriaField(props);
  const { options, value, onChange, layout = "column", groups } = props;
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
        {groups ? (
          <div className={styles.groups}>
            {groups.map(({ title, ids }) => (
              <Headed key={title} title={title}>
                <Choices options={options.filter(({ id }) => ids.includes(id))} />
              </Headed>
            ))}
          </div>
        ) : (
          <Choices options={options} layout={layout} />
        )}
      </FieldParts>
    </AriaRadioGroup>
  );
}

type ChoicesProps = { options: readonly OptionEntry[]; layout?: "column" | "row" | undefined };

function Choices({ options, layout }: ChoicesProps) {
  return (
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
  );
}

function Headed({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a radio group would name it twice.
    <div role="group" aria-labelledby={id}>
      <p id={id} className={styles.heading}>
        {title}
      </p>
      {children}
    </div>
  );
}

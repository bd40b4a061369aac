import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { useFieldWords } from "../forms/problems";
import { classes } from "../given";
import styles from "./Field.module.css";

/** What every field takes. */
export type FieldProps = {
  label: string;
  /** The path of the input: "name.family". Errors from the office find their field by it. */
  name?: string | undefined;
  hint?: ReactNode;
  error?: string | null | undefined;
  isRequired?: boolean | undefined;
  /** The word after the label of a field that may stay empty: "optional". */
  optional?: string | undefined;
  isDisabled?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  /** The label is read aloud and not shown. */
  hideLabel?: boolean | undefined;
  width?: "full" | "half" | "short" | undefined;
};

type FieldPartsProps = Pick<
  FieldProps,
  "label" | "name" | "hint" | "error" | "optional" | "hideLabel"
> & { children: ReactNode };

/** Label above, hint under the label, error under the hint, then the control. */
export function FieldParts(props: FieldPartsProps) {
  const { label, name, hint, optional, hideLabel, children } = props;
  const error = useFieldWords(name, props.error);
  return (
    <>
      {hideLabel ? null : (
        <Label className={classes(styles.label)}>
          {label}
          {optional ? <span className={styles.optional}> ({optional})</span> : null}
        </Label>
      )}
      {hint ? (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      ) : null}
      <FieldErrorLine error={error} />
      {children}
    </>
  );
}

/** The words under the hint when a field is wrong; never a red field without words. */
export function FieldErrorLine({ error }: { error?: string | null | undefined }) {
  return (
    <FieldError className={classes(styles.error)}>
      {({ validationErrors }) => {
        const words = error ?? validationErrors.join(" ");
        if (words === "") return null;
        return (
          <>
            <CircleAlert className={styles.errorIcon} strokeWidth={2} aria-hidden />
            <span>{words}</span>
          </>
        );
      }}
    </FieldError>
  );
}

/** Properties every react-aria field shares, made from ours. */
export function useAriaField({ label, name, error, isRequired, hideLabel, ...rest }: FieldProps) {
  const words = useFieldWords(name, error);
  return {
    className: fieldClass(rest.width),
    "data-field": name,
    ...(name === undefined ? {} : { name }),
    ...(hideLabel ? { "aria-label": label } : {}),
    ...(words === null ? {} : { isInvalid: true }),
    isRequired: isRequired ?? false,
    isDisabled: rest.isDisabled ?? false,
    isReadOnly: rest.isReadOnly ?? false,
  };
}

export function fieldClass(width: FieldProps["width"] = "full"): string {
  return classes(styles.field, styles[width]);
}

export type FieldGroupProps = {
  legend: string;
  hint?: ReactNode;
  name?: string | undefined;
  children: ReactNode;
};

/** Fields that belong together under one legend: a name, an address. */
export function FieldGroup({ legend, hint, name, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group} data-field={name}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </fieldset>
  );
}

/** Fields side by side while there is room, under one another when there is not. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

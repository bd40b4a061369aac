import { DateField as AriaDateField } from "react-aria-components";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { given } from "../given";
import { dateOf, dayFrom } from "./civil";
import { Segments } from "./PickerBody";

export type DateFieldProps = FieldProps & {
  /** "2026-03-12", a civil date. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string | null | undefined;
  max?: string | null | undefined;
};

/** A date that is known and typed: a birth date. DatePicker adds the calendar. */
export function DateField(props: DateFieldProps) {
  const field = useAriaField(props);
  const { value, onChange, min, max } = props;
  return (
    <AriaDateField
      {...field}
      shouldForceLeadingZeros
      value={dateOf(value)}
      onChange={(next) => onChange(dayFrom(next))}
      {...given({ minValue: dateOf(min) ?? undefined, maxValue: dateOf(max) ?? undefined })}
    >
      <FieldParts {...props}>
        <Segments isBoxed />
      </FieldParts>
    </AriaDateField>
  );
}

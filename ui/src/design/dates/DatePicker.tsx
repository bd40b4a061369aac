import { DatePicker as AriaDatePicker } from "react-aria-components";
import { FieldParts, useAriaField } from "../fields/Field";
import { given } from "../given";
import { dateOf, dayFrom } from "./civil";
import type { DateFieldProps } from "./DateField";
import { PickerBody } from "./PickerBody";

export type DatePickerProps = DateFieldProps;

export function DatePicker(props: DatePickerProps) {
  const field = useAriaField(props);
  const { value, onChange, min, max } = props;
  return (
    <AriaDatePicker
      {...field}
      shouldForceLeadingZeros
      value={dateOf(value)}
      onChange={(next) => onChange(dayFrom(next))}
      {...given({ minValue: dateOf(min) ?? undefined, maxValue: dateOf(max) ?? undefined })}
    >
      <FieldParts {...props}>
        <PickerBody />
      </FieldParts>
    </AriaDatePicker>
  );
}

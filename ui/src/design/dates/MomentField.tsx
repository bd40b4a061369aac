import { useContext } from "react";
import { DatePicker as AriaDatePicker } from "react-aria-components";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { given } from "../given";
import { dateTimeOf, momentFrom } from "./civil";
import { HourCycleContext } from "./hourCycle";
import { PickerBody } from "./PickerBody";

export type MomentFieldProps = FieldProps & {
  /** "2026-03-12T10:40": the office's own clock on the wall, no time zone. */
  value: string | null;
  onChange: (moment: string | null) => void;
  min?: string | null | undefined;
  max?: string | null | undefined;
};

export function MomentField(props: MomentFieldProps) {
  const field = useAriaField(props);
  const hourCycle = useContext(HourCycleContext);
  const { value, onChange, min, max } = props;
  return (
    <AriaDatePicker
      {...field}
      shouldForceLeadingZeros
      granularity="minute"
      hourCycle={hourCycle}
      value={dateTimeOf(value)}
      onChange={(next) => onChange(momentFrom(next))}
      {...given({ minValue: dateTimeOf(min) ?? undefined, maxValue: dateTimeOf(max) ?? undefined })}
    >
      <FieldParts {...props}>
        <PickerBody />
      </FieldParts>
    </AriaDatePicker>
  );
}

import { useContext } from "react";
import { TimeField as AriaTimeField } from "react-aria-components";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { clockOf, timeFrom } from "./civil";
import { HourCycleContext } from "./hourCycle";
import { Segments } from "./PickerBody";

export type TimeFieldProps = FieldProps & {
  /** "16:10", whatever way the person reads times. */
  value: string | null;
  onChange: (time: string | null) => void;
};

export function TimeField(props: TimeFieldProps) {
  const field = useAriaField(props);
  const hourCycle = useContext(HourCycleContext);
  const { value, onChange } = props;
  return (
    <AriaTimeField
      {...field}
      shouldForceLeadingZeros
      hourCycle={hourCycle}
      value={clockOf(value)}
      onChange={(next) => onChange(timeFrom(next))}
    >
      <FieldParts {...props}>
        <Segments isBoxed />
      </FieldParts>
    </AriaTimeField>
  );
}

import { TimeField as AriaTimeField } from "react-aria-components";
import { ariaField, FieldParts, type FieldProps } from "../fields/Field";
import { clockOf, timeFrom } from "./civil";
import { Segments } from "./PickerBody";

export type TimeFieldProps = FieldProps & {
  /** "16:10", whatever way the person reads times. */
  value: string | null;
  onChange: (time: string | null) => void;
};

export function TimeField(props: TimeFieldProps) {
  const { value, onChange } = props;
  return (
    <AriaTimeField
      {...ariaField(props)}
      shouldForceLeadingZeros
      value={clockOf(value)}
      onChange={(next) => onChange(timeFrom(next))}
    >
      <FieldParts {...props}>
        <Segments isBoxed />
      </FieldParts>
    </AriaTimeField>
  );
}

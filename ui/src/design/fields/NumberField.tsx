import { Minus, Plus } from "lucide-react";
import { NumberField as AriaNumberField, Button, Group, Input } from "react-aria-components";
import { classes, given } from "../given";
import box from "./control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "./Field";

export type NumberFieldProps = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Never a bare number: "minutes". */
  unit?: string | undefined;
};

export function NumberField(props: NumberFieldProps) {
  const field = useAriaField(props);
  const { value, onChange, min, max, step, unit } = props;
  return (
    <AriaNumberField
      {...field}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      {...given({ minValue: min, maxValue: max, step })}
    >
      <FieldParts {...props}>
        <Group className={classes(box.box)}>
          <Input className={classes(box.bare)} />
          {unit ? (
            <span className={box.unit} aria-hidden="true">
              {unit}
            </span>
          ) : null}
          <Button slot="decrement" className={classes(box.side)}>
            <Minus className={box.icon} strokeWidth={1.75} aria-hidden />
          </Button>
          <Button slot="increment" className={classes(box.side)}>
            <Plus className={box.icon} strokeWidth={1.75} aria-hidden />
          </Button>
        </Group>
      </FieldParts>
    </AriaNumberField>
  );
}

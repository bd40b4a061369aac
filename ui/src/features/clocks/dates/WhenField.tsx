import { DatePicker } from "../../../design/dates/DatePicker";
import { MomentField } from "../../../design/dates/MomentField";
import type { EventOffer, Moment } from "../../../ipc/contract";
import { clockFormsWords } from "../../../words/clockForms";

const words = clockFormsWords.add;

type WhenFieldProps = {
  known: EventOffer["known"];
  planned?: boolean | undefined;
  value: Moment | null;
  onChange: (at: Moment | null) => void;
};

/** The day, or the day and the minute, as finely as the rules that run from it ask. */
export function WhenField({ known, planned = false, value, onChange }: WhenFieldProps) {
  const Field = known === "minute" ? MomentField : DatePicker;
  return (
    <Field
      label={words.when}
      hint={planned ? words.planned : undefined}
      name="at"
      value={value}
      onChange={onChange}
      width="half"
    />
  );
}

import { useEffect, useRef } from "react";
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
  /** What it was has just been chosen, so the day is what is asked next. */
  takesFocus?: boolean | undefined;
};

/** The day, or the day and the minute, as finely as the rules that run from it ask. */
export function WhenField(props: WhenFieldProps) {
  const { known, planned = false, value, onChange, takesFocus = false } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.querySelector<HTMLElement>("[role=spinbutton]")?.focus();
  }, [takesFocus]);
  const Field = known === "minute" ? MomentField : DatePicker;
  return (
    <div ref={place}>
      <Field
        label={words.when}
        hint={planned ? words.planned : undefined}
        name="at"
        value={value}
        onChange={onChange}
        width="half"
      />
    </div>
  );
}

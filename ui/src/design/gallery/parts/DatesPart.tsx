import { useState } from "react";
import { DateField } from "../../dates/DateField";
import { DatePicker } from "../../dates/DatePicker";
import { MomentField } from "../../dates/MomentField";
import { TimeField } from "../../dates/TimeField";
import styles from "../Gallery.module.css";

export function DatesPart() {
  const [born, setBorn] = useState<string | null>("1944-05-01");
  const [due, setDue] = useState<string | null>("2026-03-13");
  const [said, setSaid] = useState<string | null>("2026-03-12T10:40");
  const [time, setTime] = useState<string | null>("16:10");
  return (
    <div className={styles.grid}>
      <DateField label="Born" value={born} onChange={setBorn} max="2026-03-12" />
      <DatePicker label="Promise a date" value={due} onChange={setDue} min="2026-03-12" />
      <MomentField
        label="First said"
        hint="As near as they remember."
        value={said}
        onChange={setSaid}
      />
      <TimeField label="At" value={time} onChange={setTime} />
      <DatePicker
        label="Received from"
        optional="optional"
        value={null}
        onChange={() => undefined}
      />
      <DatePicker
        label="First said"
        error="The date it was first said can’t be after the date your office received it (March 3)."
        value="2026-03-05"
        onChange={() => undefined}
      />
      <DateField label="Not known yet" value={null} onChange={() => undefined} isDisabled />
    </div>
  );
}

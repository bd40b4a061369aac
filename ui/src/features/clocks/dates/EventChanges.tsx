import { TextField } from "../../../design/fields/TextField";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { Id, Moment } from "../../../ipc/contract";
import { clockFormsWords } from "../../../words/clockForms";
import { generalWords } from "../../../words/messages";
import { useFormat } from "../../../words/shown/useFormat";
import { limits } from "../limits";
import { ChangesPreview } from "./ChangesPreview";
import styles from "./Dates.module.css";
import { asksWhatShows } from "./offers";

const words = clockFormsWords.shownBy;

type EventChangesProps = {
  caseId: Id;
  event: string;
  /** The record, when one is corrected. */
  record: Id | null;
  at: Moment;
  /** What shows that it was then. */
  shownBy: string;
  onShownBy: (by: string) => void;
  /** Whether what recording it would do is worth telling: a date that stays moves nothing. */
  isTold?: boolean | undefined;
};

/** What recording or correcting a date would do; of a late receipt, what shows it is asked for. */
export function EventChanges(props: EventChangesProps) {
  const { caseId, event, record, at, shownBy, onShownBy, isTold = true } = props;
  const format = useFormat();
  const input = { case: caseId, event, id: record, at, shown: shownBy.trim() !== "" };
  const preview = useOfficeKeeping("clocks.preview_event", input);
  const presumed = preview.data?.presumedOn ?? null;
  return (
    <>
      {asksWhatShows(presumed, shownBy) ? (
        <TextField
          label={words.label}
          hint={presumed === null ? words.hint : words.why(format.day(presumed))}
          name="shownBy"
          value={shownBy}
          onChange={onShownBy}
          optional={generalWords.optional}
          limit={limits.line}
          limitWords={generalWords.characters.room}
        />
      ) : null}
      {preview.data?.meetsNothing ? (
        <p className={styles.quiet} role="status">
          {clockFormsWords.dates.meetsNothing}
        </p>
      ) : null}
      {isTold ? <ChangesPreview changes={preview.data?.changes} problem={preview.error} /> : null}
    </>
  );
}

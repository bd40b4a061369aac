import { TextField } from "../../../design/fields/TextField";
import { clockFormsWords } from "../../../words/clockForms";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";

const words = clockFormsWords.add;

type NoteFieldProps = { value: string; onChange: (note: string) => void };

/** How the office knows of a date. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  return (
    <TextField
      label={words.note}
      hint={words.noteHint}
      name="note"
      value={value}
      onChange={onChange}
      optional={generalWords.optional}
      limit={limits.line}
      limitWords={generalWords.characters.room}
    />
  );
}

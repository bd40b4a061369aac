import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { TextField } from "../../../design/fields/TextField";
import { askWords } from "../../../words/education/ask";
import { generalWords } from "../../../words/messages";
import styles from "./Ask.module.css";
import { type AskLine, isThere, withOwn } from "./sheetDraft";

const words = askWords.add;
const MOST = 200;

type AddQuestionProps = {
  lines: readonly AskLine[];
  text: string;
  onText: (text: string) => void;
  onLines: (next: AskLine[]) => void;
};

/** A question in the person's own words. */
export function AddQuestion({ lines, text, onText, onLines }: AddQuestionProps) {
  const [isTwice, setTwice] = useState(false);
  const add = () => {
    if (text.trim() === "" || [...text.trim()].length > MOST) return;
    const isDouble = isThere(lines, text);
    setTwice(isDouble);
    if (!isDouble) onLines(withOwn(lines, text));
  };
  return (
    <div className={styles.add}>
      <TextField
        label={words.label}
        hint={words.hint}
        error={isTwice && isThere(lines, text) ? words.twice : null}
        value={text}
        onChange={onText}
        onSubmit={add}
        limit={MOST}
        limitWords={generalWords.characters.room}
      />
      <Button onPress={add} isDisabled={text.trim() === ""}>
        {words.button}
      </Button>
    </div>
  );
}

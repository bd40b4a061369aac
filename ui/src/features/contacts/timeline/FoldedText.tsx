import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { contactsWords } from "../../../words/contacts";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import styles from "../Contacts.module.css";

const words = contactsWords.timeline;
const FOLD_CHARACTERS = 900;
const FOLD_LINES = 12;

/** What was said, as it was written; a long account is folded. */
export function FoldedText({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > FOLD_CHARACTERS || text.split("\n").length > FOLD_LINES;
  return (
    <>
      <div className={isLong && !isOpen ? styles.folded : styles.said} dir="auto">
        {withoutMarks(text)}
      </div>
      {isLong ? (
        <Button variant="link" size="small" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.less : words.more}
        </Button>
      ) : null}
    </>
  );
}

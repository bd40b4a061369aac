import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { classes } from "../../../design/given";
import { casesWords } from "../../../words/cases";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import styles from "./Case.module.css";

const words = casesWords.page;

type LongTextProps = { text: string /** Longer texts are folded. */; fold: number };

/** Text as it was written, folded when it is long. */
export function LongText({ text, fold }: LongTextProps) {
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > fold || text.split("\n").length > 8;
  return (
    <>
      <p className={classes(styles.long, isLong && !isOpen && styles.folded)} dir="auto">
        {withoutMarks(text)}
      </p>
      {isLong ? (
        <Button variant="link" size="small" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.lessText : words.moreText}
        </Button>
      ) : null}
    </>
  );
}

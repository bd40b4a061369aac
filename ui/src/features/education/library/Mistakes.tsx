import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Each } from "../../../design/Each";
import { Banner } from "../../../design/telling/Banner";
import { libraryWords } from "../../../words/education/library";
import styles from "./Library.module.css";

const words = libraryWords.mistakes;

/** Files of the library that could not be read, each named by file, line and field. */
export function Mistakes({ of }: { of: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  if (of.length === 0) return null;
  return (
    <Banner
      tone="soon"
      title={words.title(of.length)}
      action={
        isOpen ? null : (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.show}
          </Button>
        )
      }
    >
      <p>{words.rest}</p>
      {isOpen ? (
        <ul className={styles.mistakes}>
          <Each of={of}>{(mistake) => <li className={styles.mistake}>{mistake}</li>}</Each>
        </ul>
      ) : null}
    </Banner>
  );
}

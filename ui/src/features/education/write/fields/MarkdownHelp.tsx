import { educationWriteWords } from "../../../../words/education/write";
import { Fold } from "../Fold";
import styles from "../Write.module.css";

const words = educationWriteWords.help;
const MARKS = [
  "heading",
  "subheading",
  "point",
  "step",
  "strong",
  "emphasis",
  "table",
  "limit",
] as const;

/** The few marks a text is written with. */
export function MarkdownHelp() {
  return (
    <Fold title={words.title} inside="" fields={[]}>
      <dl className={styles.help}>
        {MARKS.map((mark) => (
          <div key={mark}>
            <dt>
              <code>{words.marks[mark]}</code>
            </dt>
            <dd>{words[mark]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{words.also}</p>
    </Fold>
  );
}

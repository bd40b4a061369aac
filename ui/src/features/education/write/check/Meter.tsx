import type { CSSProperties } from "react";
import { DueChip } from "../../../../design/marks/DueChip";
import type { MeasureView } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import { languageName } from "../../../../words/languages";
import styles from "./Check.module.css";
import { goodPlace, gradeInWords, placeOf, verdictOf } from "./figures";

const words = educationWriteWords.check;

type MeterProps = { measure: MeasureView | null; language: string };

/** How hard a text is to read: the grade on a scale, and what that means. */
export function Meter({ measure, language }: MeterProps) {
  if (measure === null) {
    return <p className={styles.quiet}>{words.otherLanguage(languageName(language))}</p>;
  }
  const verdict = verdictOf(measure);
  const { grade, reliable, smog } = measure;
  const counts = [
    words.words(measure.words),
    words.sentences(measure.sentences),
    smog === null ? words.smogShort : words.smog(gradeInWords(smog)),
  ];
  return (
    <div className={styles.meter}>
      <div className={styles.meterTop}>
        <h2 className={styles.grade}>
          {grade !== null && reliable ? words.gradeValue(gradeInWords(grade)) : words.grade}
        </h2>
        {reliable ? <DueChip shape={verdict.shape}>{verdict.words}</DueChip> : null}
      </div>
      {grade !== null && reliable ? <Scale grade={grade} /> : null}
      {reliable ? null : <p className={styles.quiet}>{verdict.words}</p>}
      <p className={styles.counts}>{counts.join(" · ")}</p>
    </div>
  );
}

function Scale({ grade }: { grade: number }) {
  const at = { "--at": `${placeOf(grade)}%`, "--good": `${goodPlace}%` } as CSSProperties;
  return (
    <div className={styles.scale} style={at} aria-hidden="true">
      <span className={styles.good} />
      <span className={styles.needle} />
    </div>
  );
}

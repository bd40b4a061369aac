import { memo } from "react";
import { Link } from "../../../design/buttons/Link";
import { Tick } from "../../../design/choices/Tick";
import { Each } from "../../../design/Each";
import { Badge } from "../../../design/marks/Badge";
import { DueChip } from "../../../design/marks/DueChip";
import type { LeafletRow } from "../../../ipc/contract";
import { educationLabels, libraryWords as words } from "../../../words/education/library";
import { directionOf, languageName } from "../../../words/languages";
import styles from "./Library.module.css";
import { markedParts } from "./marked";

type LeafletLineProps = {
  row: LeafletRow;
  /** The line of its text the words stand in. */
  found: string | null;
  /** The words that were looked for. */
  text: string;
  isChosen: boolean;
  onChoose: (row: LeafletRow, isChosen: boolean) => void;
};

/** One leaflet of the list: what it is called and about, in which languages, and how it stands. */
export const LeafletLine = memo(function LeafletLine(props: LeafletLineProps) {
  const { row, found, text, isChosen, onChoose } = props;
  const spoken = { lang: row.language, dir: directionOf(row.language) };
  return (
    <li className={styles.line} data-chosen={isChosen || undefined}>
      <div className={styles.tick}>
        <Tick
          label={words.stack.add(row.title)}
          isSelected={isChosen}
          onChange={(isNowChosen) => onChoose(row, isNowChosen)}
        />
      </div>
      <div className={styles.what}>
        <p className={styles.name}>
          <Link href={hrefOf(row.key, row.language)} tone="quiet">
            <span {...spoken}>
              <Marked words={row.title} text={text} />
            </span>
          </Link>
        </p>
        <p className={styles.about} {...spoken}>
          <Marked words={row.about} text={text} />
        </p>
        {found === null ? null : (
          <p className={styles.found} {...spoken}>
            “<Marked words={found} text={text} />”
          </p>
        )}
      </div>
      <div className={styles.side}>
        <Marks row={row} />
        <Languages row={row} />
      </div>
    </li>
  );
});

function Marks({ row }: { row: LeafletRow }) {
  return (
    <>
      {row.retired ? <Badge>{words.marks.retired}</Badge> : null}
      {row.purpose === "leaflet" ? null : <Badge>{educationLabels.purpose[row.purpose]}</Badge>}
      {row.origin === "office" ? <Badge>{words.marks.own}</Badge> : null}
      {row.behind ? <DueChip shape="soon">{words.marks.behind}</DueChip> : null}
      {row.reviewDue ? <DueChip shape="soon">{words.marks.reviewDue}</DueChip> : null}
    </>
  );
}

/** The language of the line when it is not English, and links to the others. */
function Languages({ row }: { row: LeafletRow }) {
  const isEnglish = row.language === "en" || row.language.startsWith("en-");
  return (
    <>
      {isEnglish ? null : <Badge>{languageName(row.language)}</Badge>}
      {row.languages.map((language) => (
        <Link
          key={language}
          href={hrefOf(row.key, language)}
          aria-label={words.readIn(row.title, languageName(language))}
        >
          {languageName(language)}
        </Link>
      ))}
    </>
  );
}

function Marked({ words: shown, text }: { words: string; text: string }) {
  if (text === "") return shown;
  return (
    <Each of={markedParts(shown, text)}>
      {({ words: part, isFound }) => (isFound ? <mark className={styles.mark}>{part}</mark> : part)}
    </Each>
  );
}

function hrefOf(key: string, language: string): string {
  return `/education/${key}?lang=${language}`;
}

import { Link } from "../../../../design/buttons/Link";
import { classes } from "../../../../design/given";
import { DueChip } from "../../../../design/marks/DueChip";
import type { HandoutView } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { languageName } from "../../../../words/languages";
import { dayOf } from "../../../../words/shown/format";
import { useFormat } from "../../../../words/shown/useFormat";
import { baseOf } from "../language";
import { openPoints, standingOf } from "../standing";
import styles from "./Panel.module.css";

const words = educationGivenWords.panel;

type GivenRowProps = {
  handout: HandoutView;
  /** The address of the page, whose dialogs stand after "#". */
  base: string;
  /** Whether to whom it was given is worth saying. */
  namesPerson: boolean;
  isPointedAt?: boolean | undefined;
};

/** One leaflet that was given: how, when, and how it stands. */
export function GivenRow({ handout, base, namesPerson, isPointedAt = false }: GivenRowProps) {
  const format = useFormat();
  const { id, title, language, newer, keyPoints } = handout;
  const { shape, words: state } = standingOf(handout, format);
  const open = openPoints(handout);
  return (
    <li
      className={classes(styles.entry, isPointedAt && styles.pointedAt)}
      data-handout={id}
      aria-current={isPointedAt || undefined}
    >
      <div className={styles.entryTop}>
        <strong lang={language}>
          <bdi>{title}</bdi>
        </strong>
        <DueChip shape={shape}>{state}</DueChip>
      </div>
      <p className={styles.how}>
        {howGiven(handout, format.day(dayOf(handout.givenAt)), namesPerson)}
        {newer === null ? null : <span className={styles.newer}> · {words.newer(newer)}</span>}
      </p>
      {open.length > 0 ? <p className={styles.how}>{words.notYet(open)}</p> : null}
      <div className={styles.entryFoot}>
        {keyPoints.length > 0 ? (
          <Link href={`${base}#teach-${id}`} aria-label={words.teachNamed(title)}>
            {words.teach}
          </Link>
        ) : null}
        <Link href={readHref(handout)} aria-label={words.readNamed(title)}>
          {words.read}
        </Link>
      </div>
    </li>
  );
}

/** "Printed Thu, Mar 12 · Spanish · to Joan Abara" */
function howGiven(handout: HandoutView, day: string, namesPerson: boolean): string {
  const { way, language, version, personName } = handout;
  return [
    words.given(educationGivenWords.way[way], day),
    ...(baseOf(language) === "en" ? [] : [languageName(language)]),
    ...(namesPerson ? [words.to(personName)] : []),
    ...(version > 1 ? [words.version(version)] : []),
  ].join(" · ");
}

/** The text as it was given. */
export function readHref(
  handout: Pick<HandoutView, "key" | "language" | "textId" | "givenAt">,
): string {
  const { key, language, textId, givenAt } = handout;
  const search = new URLSearchParams({ lang: language, text: textId, on: dayOf(givenAt) });
  return `/education/${encodeURIComponent(key)}?${search}`;
}

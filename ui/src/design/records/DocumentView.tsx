import type { Document, Section } from "../../ipc/contract";
import { directionOf } from "../../words/languages";
import { Each } from "../Each";
import { classes } from "../given";
import { DocumentBlocks, Terms } from "./DocumentBlocks";
import styles from "./DocumentView.module.css";

const SIZES = { "12": styles.size12, "14": styles.size14, "18": styles.size18 };

/** A document as elements, block by block: text stays text, whatever stands in it. */
export function DocumentView({ document: of }: { document: Document }) {
  const opening = of.sections.filter(({ opens }) => opens);
  return (
    <div lang={of.language} dir={directionOf(of.language)} className={SIZES[of.size]}>
      {of.letterhead.length > 0 ? (
        <p className={styles.letterhead}>
          <Each of={of.letterhead}>
            {(line) => (
              <span>
                <bdi>{line}</bdi>
              </span>
            )}
          </Each>
        </p>
      ) : null}
      {of.confidential === "" ? null : <p className={styles.confidential}>{of.confidential}</p>}
      {of.title === "" ? null : (
        <h2 className={styles.title} dir="auto">
          {of.title}
        </h2>
      )}
      {of.lead === "" ? null : (
        <p className={styles.lead} dir="auto">
          {of.lead}
        </p>
      )}
      {of.head.length > 0 ? <Terms rows={of.head} /> : null}
      {opening.length > 1 ? <Contents sections={opening} /> : null}
      {of.sections.map((section) => (
        <SectionView key={section.id} section={section} isUnder={opening.length > 0} />
      ))}
      <p className={styles.foot}>
        <bdi>{of.foot}</bdi>
      </p>
    </div>
  );
}

/** What a stack holds, in the order it is printed. */
function Contents({ sections }: { sections: readonly Section[] }) {
  return (
    <ol className={styles.contents}>
      {sections.map(({ id, heading, language }) => (
        <li key={id} {...spoken(language)}>
          {heading}
        </li>
      ))}
    </ol>
  );
}

function SectionView({ section, isUnder }: { section: Section; isUnder: boolean }) {
  const { heading, opens, language } = section;
  const isPart = isUnder && !opens;
  const Heading = isPart ? "h4" : "h3";
  return (
    <section
      className={classes(styles.section, opens && styles.opens)}
      aria-label={heading === "" || isPart ? undefined : heading}
      {...spoken(language)}
    >
      {heading === "" ? null : (
        <Heading className={opens ? styles.title : styles.heading} dir="auto">
          {heading}
        </Heading>
      )}
      <DocumentBlocks of={section.blocks} />
    </section>
  );
}

function spoken(language: string | null) {
  return language === null ? {} : { lang: language, dir: directionOf(language) };
}

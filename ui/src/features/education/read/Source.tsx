import { Each } from "../../../design/Each";
import { Section } from "../../../design/layout/Section";
import type { LeafletView } from "../../../ipc/contract";
import { readWords } from "../../../words/education/read";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./Read.module.css";
import { Said } from "./Said";

const words = readWords.source;

/** Where the text comes from, when it was checked and by whom, and what changed. */
export function Source({ view }: { view: LeafletView }) {
  const format = useFormat();
  const day = format.date(view.reviewed);
  return (
    <>
      <Section title={words.title}>
        <ul className={styles.rows}>
          <Each of={view.sources}>
            {({ title, citation, publisher }) => (
              <li className={styles.row}>
                <p>
                  <Said language={view.language}>{title}</Said>
                </p>
                <p className={styles.quiet}>{[citation, publisher].filter(Boolean).join(", ")}</p>
              </li>
            )}
          </Each>
          {view.link === null ? null : (
            <li className={styles.row}>
              <p>{words.address}</p>
              <p className={styles.reach}>{view.link}</p>
            </li>
          )}
        </ul>
        <p className={styles.quiet}>
          {view.reviewer === null ? words.reviewed(day) : words.reviewedBy(day, view.reviewer)}
        </p>
      </Section>
      {view.changes.length > 0 ? (
        <Section title={readWords.changes.title}>
          <ul className={styles.rows}>
            <Each of={view.changes}>
              {({ version, on, what }) => (
                <li className={styles.row}>
                  <p className={styles.quiet}>
                    {readWords.changes.version(version, format.date(on))}
                  </p>
                  <p>
                    <Said language={view.language}>{what}</Said>
                  </p>
                </li>
              )}
            </Each>
          </ul>
        </Section>
      ) : null}
    </>
  );
}

import { Link } from "../../../design/buttons/Link";
import { Each } from "../../../design/Each";
import { Section } from "../../../design/layout/Section";
import { Badge } from "../../../design/marks/Badge";
import type { HelperView, KeyPointForm, LeafletView, LimitView } from "../../../ipc/contract";
import { readWords as words } from "../../../words/education/read";
import { languageName } from "../../../words/languages";
import styles from "./Read.module.css";
import { Said } from "./Said";
import { Source } from "./Source";

/** What stands beside the text: who can help, the figures of law, what to ask back, the source. */
export function Beside({ view }: { view: LeafletView }) {
  const { language } = view;
  return (
    <div className={styles.beside}>
      {view.who.length > 0 ? (
        <Section title={words.who.title}>
          <ul className={styles.rows}>
            {view.who.map((helper) => (
              <Helper key={helper.slot} helper={helper} language={language} />
            ))}
          </ul>
        </Section>
      ) : null}
      {view.limits.length > 0 ? (
        <Section title={words.limits.title}>
          <ul className={styles.rows}>
            <Each of={view.limits}>{(limit) => <Limit limit={limit} language={language} />}</Each>
          </ul>
        </Section>
      ) : null}
      {view.keyPoints.length > 0 ? <AskBack points={view.keyPoints} language={language} /> : null}
      {view.related.length > 0 ? (
        <Section title={words.related}>
          <ul className={styles.links}>
            {view.related.map((one) => (
              <li key={`${one.key}:${one.language}`}>
                <Link href={`/education/${one.key}?lang=${one.language}`}>
                  <Said language={one.language}>{one.title}</Said>
                </Link>
                {one.language === language ? null : ` (${languageName(one.language)})`}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Source view={view} />
    </div>
  );
}

function Helper({ helper, language }: { helper: HelperView; language: string }) {
  const { name, why, reach, slot } = helper;
  return (
    <li className={styles.row}>
      <p>
        <strong>
          <Said language={language}>{reach?.name ?? name}</Said>
        </strong>
      </p>
      <p className={styles.quiet}>
        <Said language={language}>{why}</Said>
      </p>
      {reach ? (
        <Each of={[reach.phone, reach.hours, reach.address, reach.web]}>
          {(line) => (line ? <p className={styles.reach}>{line}</p> : null)}
        </Each>
      ) : (
        <p>
          <Badge tone="soon">{words.who.empty}</Badge>{" "}
          <Link href={`/education/setup#who-${slot}`} aria-label={words.who.fillLabel(name)}>
            {words.who.fill}
          </Link>
        </p>
      )}
    </li>
  );
}

function Limit({ limit, language }: { limit: LimitView; language: string }) {
  return (
    <li className={styles.row}>
      <p className={styles.figure}>
        <strong>
          <Said language={language}>{limit.words}</Said>
        </strong>
        {limit.unverified ? <Badge tone="soon">{words.limit.unverified}</Badge> : null}
      </p>
      <p>{limit.name}</p>
      <p className={styles.quiet}>
        {words.limit.from} {limit.from}.
      </p>
      <p className={styles.quiet}>{limit.authority}</p>
    </li>
  );
}

function AskBack({ points, language }: { points: readonly KeyPointForm[]; language: string }) {
  return (
    <Section title={words.askBack.title}>
      <ul className={styles.rows}>
        <Each of={points}>
          {({ ask, listenFor }) => (
            <li className={styles.row}>
              <p>
                <Said language={language}>{`“${ask}”`}</Said>
              </p>
              <p className={styles.quiet}>
                {words.askBack.listen}: <Said language={language}>{listenFor}</Said>
              </p>
            </li>
          )}
        </Each>
      </ul>
    </Section>
  );
}

import { type ReactNode, useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { Each } from "../../../../design/Each";
import { Badge } from "../../../../design/marks/Badge";
import type { CheckView } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import styles from "./Check.module.css";
import { placeInText, placeOfLine } from "./figures";

const words = educationWriteWords.check;
const FIRST = 4;
const MANY = 10;

type HintsProps = {
  check: CheckView;
  body: string;
  onFind: (place: { start: number; end: number } | null) => void;
};

/** What could be mended, each leading to its place in the text. */
export function Hints({ check, body, onFind }: HintsProps) {
  const { measure, limits, strangeLimits, leftOut } = check;
  const long = measure?.longSentences ?? [];
  const hard = measure?.hardWords ?? [];
  const find = (text: string) => onFind(placeInText(body, text));
  const isWell = long.length + hard.length + strangeLimits.length + leftOut.length === 0;
  return (
    <div className={styles.hints}>
      <HintGroup title={words.leftOut} of={leftOut}>
        {({ line, what }) => (
          <Hint
            text={words.line(line)}
            onFind={() => onFind(placeOfLine(body, line))}
            detail={what}
          />
        )}
      </HintGroup>
      <HintGroup title={words.strange} hint={words.strangeHint} of={strangeLimits}>
        {(mark) => <Hint text={mark} onFind={() => find(mark)} />}
      </HintGroup>
      <HintGroup title={words.longSentences} of={long}>
        {({ text, words: n }) => (
          <Hint text={text} onFind={() => find(text)} detail={words.longWords(n)} />
        )}
      </HintGroup>
      <HintGroup title={words.hardWords} of={hard} first={MANY} isInline>
        {({ word, plain, times }) => (
          <Hint
            text={word}
            onFind={() => find(word)}
            detail={[
              ...(times > 1 ? [words.times(times)] : []),
              ...(plain === null ? [] : [words.plainer(plain)]),
            ].join(" · ")}
          />
        )}
      </HintGroup>
      <HintGroup title={words.limits} of={limits}>
        {({ words: text, name, authority, unverified }) => (
          <Hint
            text={text}
            onFind={() => find(text)}
            detail={`${name}. ${authority}`}
            mark={unverified ? <Badge tone="soon">{words.unverified}</Badge> : null}
          />
        )}
      </HintGroup>
      {isWell && measure?.reliable ? <p className={styles.quiet}>{words.allWell}</p> : null}
    </div>
  );
}

type HintGroupProps<T> = {
  title: string;
  hint?: string | undefined;
  of: readonly T[];
  /** How many are shown at first. */
  first?: number;
  /** One after another instead of under one another. */
  isInline?: boolean;
  children: (one: T) => ReactNode;
};

function HintGroup<T>(props: HintGroupProps<T>) {
  const { title, hint, of, first = FIRST, isInline = false, children } = props;
  const [isWhole, setWhole] = useState(false);
  if (of.length === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>
        {title} <span className={styles.count}>{of.length}</span>
      </h3>
      {hint ? <p className={styles.quiet}>{hint}</p> : null}
      <ul className={isInline ? styles.inlineList : styles.hintList}>
        <Each of={isWhole ? of : of.slice(0, first)}>{(one) => <li>{children(one)}</li>}</Each>
      </ul>
      {of.length > first && !isWhole ? (
        <Button variant="link" size="small" onPress={() => setWhole(true)}>
          {words.all(of.length)}
        </Button>
      ) : null}
    </section>
  );
}

type HintProps = { text: string; detail?: string; mark?: ReactNode; onFind: () => void };

function Hint({ text, detail = "", mark, onFind }: HintProps) {
  return (
    <div className={styles.hint}>
      <Button variant="link" size="small" aria-label={words.find(text)} onPress={onFind}>
        <span className={styles.found} dir="auto">
          {text}
        </span>
      </Button>
      {mark}
      {detail === "" ? null : <span className={styles.detail}>{detail}</span>}
    </div>
  );
}

import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { CheckBox } from "../../../design/choices/CheckBox";
import { Row, Stack } from "../../../design/layout/Stack";
import type { ImportFate, ImportLine } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { count } from "../../../words/shown/format";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import styles from "./Bring.module.css";
import { comesIn } from "./ticks";

type FateListProps = {
  fate: ImportFate;
  lines: ImportLine[];
  out: ReadonlySet<number>;
  onTick: (lines: ImportLine[], isIn: boolean) => void;
};

const MOST = 100;
const { bring: words } = peopleWords;

/** The lines that share one fate, each with its whole reason, and a tick for what may come in. */
export function FateList({ fate, lines, out, onTick }: FateListProps) {
  const [shown, setShown] = useState(MOST);
  const canTick = comesIn(fate);
  return (
    <Stack gap={3}>
      <Row gap={3} align="center" justify="between">
        <p className={styles.hint}>{words.groupHints[fate]}</p>
        {canTick && lines.length > 1 ? (
          <Row gap={2}>
            <Button size="small" onPress={() => onTick(lines, true)}>
              {words.all}
            </Button>
            <Button size="small" onPress={() => onTick(lines, false)}>
              {words.none}
            </Button>
          </Row>
        ) : null}
      </Row>
      <ul className={styles.lines} aria-label={words.groups[fate]}>
        {lines.slice(0, shown).map((line) => (
          <li key={line.n} className={styles.line}>
            {canTick ? (
              <CheckBox
                label={withoutMarks(line.title)}
                hint={withoutMarks(line.why)}
                isSelected={!out.has(line.n)}
                onChange={(isIn) => onTick([line], isIn)}
              />
            ) : (
              <LeftOut line={line} />
            )}
            <p className={styles.source}>
              {line.file} · {line.reference ?? line.resource}
            </p>
          </li>
        ))}
      </ul>
      {lines.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + MOST)}>
            {words.showMore(count(lines.length - shown))}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

function LeftOut({ line: { title, why } }: { line: ImportLine }) {
  return (
    <div>
      <p>{withoutMarks(title)}</p>
      <p className={styles.hint}>{withoutMarks(why)}</p>
    </div>
  );
}

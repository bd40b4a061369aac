import { Button } from "../../../design/buttons/Button";
import { CheckBox } from "../../../design/choices/CheckBox";
import { Section } from "../../../design/layout/Section";
import { Badge } from "../../../design/marks/Badge";
import { askWords as words } from "../../../words/education/ask";
import { MoveButtons } from "../MoveButtons";
import { moved } from "../moved";
import styles from "./Ask.module.css";
import { type AskLine, chosenIn, ticked } from "./sheetDraft";

type AskLinesProps = { lines: readonly AskLine[]; onLines: (next: AskLine[]) => void };

/** The questions, to be ticked and put in order. */
export function AskLines({ lines, onLines }: AskLinesProps) {
  const chosen = chosenIn(lines).length;
  const isAll = chosen === lines.length;
  return (
    <Section
      title={words.questions}
      count={words.chosen(chosen, lines.length)}
      action={
        <Button variant="link" onPress={() => onLines(ticked(lines, !isAll))}>
          {isAll ? words.none : words.all}
        </Button>
      }
    >
      <ol className={styles.lines}>
        {lines.map(({ text, isChosen, isOwn }, place) => (
          <li key={text} className={styles.line}>
            <CheckBox
              label={
                <>
                  <bdi>{text}</bdi> {isOwn ? <Badge>{words.own}</Badge> : null}
                </>
              }
              isSelected={isChosen}
              onChange={(next) => onLines(ticked(lines, next, text))}
            />
            <span className={styles.moves}>
              <MoveButtons
                words={{ up: words.up(text), down: words.down(text), out: words.out(text) }}
                isFirst={place === 0}
                isLast={place === lines.length - 1}
                onMove={(by) => onLines(moved(lines, place, by))}
                onOut={
                  isOwn ? () => onLines(lines.filter((line) => line.text !== text)) : undefined
                }
              />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

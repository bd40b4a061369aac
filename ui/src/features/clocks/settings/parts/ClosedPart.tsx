import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { closedChoice } from "../choices";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.closed;

/** Days on which this office is closed besides the holidays. */
export function ClosedPart({ view: { closed }, mayChange, settling, onOpen }: PartProps) {
  const format = useFormat();
  const remove = (on: string) =>
    settling.settle({
      choices: [closedChoice(on, null)],
      effect: "moves",
      done: words.removed(format.date(on)),
    });
  return (
    <Section
      title={words.title}
      action={
        mayChange ? (
          <Button size="small" onPress={() => onOpen("closed")}>
            {words.add}
          </Button>
        ) : null
      }
    >
      <p className={styles.lead}>{words.lead}</p>
      {closed.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      {closed.length === 0 ? null : (
        <ul className={styles.rows}>
          {closed.map(({ on, name }) => (
            <PartRow
              key={on}
              name={name}
              actions={
                mayChange ? (
                  <Button
                    size="small"
                    aria-label={words.removeNamed(format.date(on), name)}
                    isDisabled={settling.isPending}
                    onPress={() => remove(on)}
                  >
                    {words.remove}
                  </Button>
                ) : null
              }
            >
              <p>{format.dayWithYear(on)}</p>
            </PartRow>
          ))}
        </ul>
      )}
    </Section>
  );
}

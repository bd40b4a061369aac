import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { businessDayIn, hoursChoice, marginChoice } from "../choices";
import { Standing } from "../Standing";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.counting;

/** What the office does with late hours, and how early it warns people of their own windows. */
export function CountingPart({ view, mayChange, settling, onOpen }: PartProps) {
  const format = useFormat();
  const { closes, afterHours, marginDays, margin } = view;
  const given = { mayChange, settling };
  return (
    <Section title={words.title}>
      <ul className={styles.rows}>
        <PartRow
          name={words.hours}
          standing={<Standing confirmed={afterHours} unverified={afterHours === null} />}
          actions={
            <Answers
              {...given}
              confirm={afterHours ? null : words.confirmHours}
              change={words.changeHours}
              choice={hoursChoice(closes)}
              done={words.hoursDone}
              onChange={() => onOpen("hours")}
            />
          }
        >
          <p>
            {closes === null
              ? words.anyHour
              : words.closes(format.time(closes), businessDayIn(view))}
          </p>
        </PartRow>
        <PartRow
          name={words.margin}
          standing={<Standing confirmed={margin} unverified={margin === null} />}
          actions={
            <Answers
              {...given}
              confirm={margin ? null : words.confirmMargin}
              change={words.changeMargin}
              choice={marginChoice(marginDays)}
              done={words.marginDone}
              onChange={() => onOpen("margin")}
            />
          }
        >
          <p>{words.marginDays(marginDays)}</p>
        </PartRow>
      </ul>
    </Section>
  );
}

type AnswersProps = Pick<PartProps, "mayChange" | "settling"> & {
  /** The words that confirm what is in force; nothing when that is done. */
  confirm: string | null;
  change: string;
  choice: ReturnType<typeof hoursChoice>;
  done: string;
  onChange: () => void;
};

function Answers({ mayChange, settling, confirm, change, choice, done, onChange }: AnswersProps) {
  if (!mayChange) return null;
  return (
    <>
      {confirm ? (
        <Button
          size="small"
          isDisabled={settling.isPending}
          onPress={() => settling.settle({ choices: [choice], effect: "none", done })}
        >
          {confirm}
        </Button>
      ) : null}
      <Button size="small" aria-label={change} onPress={onChange}>
        {rulesWords.change}
      </Button>
    </>
  );
}

import { Section } from "../../../../design/layout/Section";
import { rulesWords } from "../../../../words/rules/rules";
import { byPack } from "../choices";
import { NumberRow } from "./NumberRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.numbers;

/** The numbers that the law leaves to the office's own policy. */
export function NumbersPart({ view: { numbers }, ...row }: PartProps) {
  const confirmed = numbers.filter(({ unverified }) => !unverified).length;
  const groups = byPack(numbers);
  return (
    <Section
      title={words.title}
      count={numbers.length === 0 ? undefined : words.amount(confirmed, numbers.length)}
    >
      <p className={styles.lead}>{numbers.length === 0 ? words.none : words.lead}</p>
      {groups.map(({ pack, numbers: ofPack }) => (
        <div key={pack} className={styles.group}>
          {groups.length > 1 ? <h3 className={styles.pack}>{pack}</h3> : null}
          <ul className={styles.rows}>
            {ofPack.map((number) => (
              <NumberRow key={number.rule} number={number} {...row} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

import { Switch } from "../../../../design/choices/Switch";
import { Section } from "../../../../design/layout/Section";
import { Badge } from "../../../../design/marks/Badge";
import type { OptionalRule } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { switchChoice } from "../choices";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.optional;

/** Rules that start no clock until the office says that they hold for it. */
export function OptionalPart({ view: { optional }, ...row }: PartProps) {
  return (
    <Section title={words.title}>
      <p className={styles.lead}>{optional.length === 0 ? words.none : words.lead}</p>
      {optional.length === 0 ? null : (
        <ul className={styles.rows}>
          {optional.map((rule) => (
            <RuleRow key={rule.rule} rule={rule} {...row} />
          ))}
        </ul>
      )}
    </Section>
  );
}

type RuleRowProps = Pick<PartProps, "mayChange" | "settling"> & { rule: OptionalRule };

function RuleRow({ rule: { rule, name, pack, length, citation, on }, ...row }: RuleRowProps) {
  const { mayChange, settling } = row;
  const change = (isOn: boolean) =>
    settling.settle({
      choices: [switchChoice("rule", rule, isOn)],
      effect: "starts",
      done: isOn ? words.on(name) : words.offDone(name),
    });
  return (
    <PartRow
      name={
        mayChange ? (
          <Switch label={name} isSelected={on} isDisabled={settling.isPending} onChange={change} />
        ) : (
          name
        )
      }
      standing={
        mayChange ? null : <Badge>{on ? rulesWords.packs.inForce : rulesWords.packs.off}</Badge>
      }
    >
      <p>
        {length} · {pack}
      </p>
      <p className={styles.quiet}>
        {rulesWords.numbers.rule}: {citation}
      </p>
    </PartRow>
  );
}

import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import type { RuleCheck } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { uncheckChoice } from "../choices";
import { Standing } from "../Standing";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.checks;

/** Rules of the law that came as defaults: somebody here compares each with its source. */
export function ChecksPart({ view: { checks }, ...row }: PartProps) {
  const done = checks.filter(({ confirmed }) => confirmed !== null).length;
  return (
    <Section
      title={words.title}
      count={checks.length === 0 ? undefined : words.amount(done, checks.length)}
    >
      <p className={styles.lead}>{checks.length === 0 ? words.none : words.lead}</p>
      {checks.length === 0 ? null : (
        <ul className={styles.rows}>
          {checks.map((check) => (
            <CheckRow key={check.at} check={check} {...row} />
          ))}
        </ul>
      )}
    </Section>
  );
}

type CheckRowProps = Omit<PartProps, "view"> & { check: RuleCheck };

/** One rule: what it says, where that is written, and who checked it. */
function CheckRow({ check, pointedAt, ...rest }: CheckRowProps) {
  const { at, name, pack, former, says, authority, citation, note } = check;
  return (
    <PartRow
      at={at}
      isPointedAt={pointedAt === at}
      name={name}
      standing={
        <Standing
          confirmed={check.confirmed}
          unverified={check.confirmed === null}
          by={words.checkedBy}
        />
      }
      actions={rest.mayChange ? <Actions check={check} {...rest} /> : null}
    >
      <p>{says}</p>
      {note === null ? null : (
        <p dir="auto">
          {words.note}: {note}
        </p>
      )}
      <p className={styles.quiet}>
        {authority === citation ? citation : `${authority}, ${citation}`} · {pack}
      </p>
      {former === null ? null : <p className={styles.quiet}>{words.former(former)}</p>}
    </PartRow>
  );
}

function Actions({ check, settling, onOpen }: Omit<CheckRowProps, "pointedAt">) {
  const { at, name, confirmed } = check;
  if (confirmed === null) {
    return (
      <Button
        size="small"
        aria-label={words.checkNamed(name)}
        onPress={() => onOpen(`check-${at}`)}
      >
        {words.check}
      </Button>
    );
  }
  const takeBack = () =>
    settling.settle({
      choices: [uncheckChoice(check)],
      effect: "none",
      done: words.takenBack(name),
    });
  return (
    <Button
      size="small"
      aria-label={words.takeBackNamed(name)}
      isDisabled={settling.isPending}
      onPress={takeBack}
    >
      {rulesWords.takeBack}
    </Button>
  );
}

import { Button } from "../../../../design/buttons/Button";
import type { NumberView } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { isAsShipped, isMissing, lengthWords, numberChoice } from "../choices";
import { placeOfRule } from "../places";
import { Standing } from "../Standing";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.numbers;

type NumberRowProps = Omit<PartProps, "view"> & { number: NumberView };

/** One number: what it is for, who says so, and whether it is ours. */
export function NumberRow({ number, ...rest }: NumberRowProps) {
  const { name, guidance, citation, policy, confirmed, unverified } = number;
  const at = placeOfRule(number.rule);
  return (
    <PartRow
      at={at}
      isPointedAt={rest.pointedAt === at}
      name={name}
      standing={<Standing confirmed={confirmed} unverified={unverified} />}
      actions={rest.mayChange ? <Actions number={number} {...rest} /> : null}
    >
      <p className={styles.value}>{number.words}</p>
      {policy ? (
        <p>
          {words.policy}: {policy}
        </p>
      ) : null}
      {guidance ? <p className={styles.quiet}>{guidance}</p> : null}
      <p className={styles.quiet}>
        {words.rule}: {citation}
      </p>
      {isAsShipped(number) || number.noDefault ? null : (
        <p className={styles.quiet}>
          {words.shipped}: {lengthWords(number.shipped, number.businessDay)}
        </p>
      )}
    </PartRow>
  );
}

function Actions({ number, settling, onOpen }: NumberRowProps) {
  const { rule, name, length, policy, unverified } = number;
  const confirm = () =>
    settling.settle({
      choices: [numberChoice(rule, length.code, policy)],
      effect: "none",
      done: words.done(name, number.words),
    });
  return (
    <>
      {unverified && !isMissing(number) ? (
        <Button
          size="small"
          aria-label={words.confirmNamed(name, number.words)}
          isDisabled={settling.isPending}
          onPress={confirm}
        >
          {words.confirm}
        </Button>
      ) : null}
      <Button
        size="small"
        aria-label={words.changeNamed(name)}
        onPress={() => onOpen(`number-${rule}`)}
      >
        {rulesWords.change}
      </Button>
    </>
  );
}

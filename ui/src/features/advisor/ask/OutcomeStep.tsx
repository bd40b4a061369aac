import { useEffect, useRef } from "react";
import { Button } from "../../../design/buttons/Button";
import { Row, Stack } from "../../../design/layout/Stack";
import type { Classified, ClockTurned } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Advisor.module.css";

const words = advisorWords.done;

type OutcomeStepProps = { classified: Classified; onClose: () => void };

/** What came of the decision: what the case is now, and which clocks started or stopped. */
export function OutcomeStep({ classified, onClose }: OutcomeStepProps) {
  const { decision, started, stopped, urgent } = classified;
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap={4}>
      <div>
        <h3 ref={heading} tabIndex={-1} className={styles.called}>
          {decision.kind === decision.was ? words.kept(decision.kind) : words.filed(decision.kind)}
        </h3>
        {urgent ? <p>{words.urgent}</p> : null}
      </div>
      {started.length + stopped.length === 0 ? <p>{words.none}</p> : null}
      <Clocks
        title={words.started}
        clocks={started}
        line={({ name, due }) => words.due(name, format.day(due))}
      />
      <Clocks title={words.stopped} clocks={stopped} line={({ name }) => words.stop(name)} />
      <Row>
        <Button variant="primary" onPress={onClose}>
          {words.close}
        </Button>
      </Row>
    </Stack>
  );
}

type ClocksProps = {
  title: string;
  clocks: readonly ClockTurned[];
  line: (clock: ClockTurned) => string;
};

function Clocks({ title, clocks, line }: ClocksProps) {
  if (clocks.length === 0) return null;
  return (
    <div>
      <h4 className={styles.followsTitle}>{title}</h4>
      <ul className={styles.follows}>
        {clocks.map((clock) => (
          <li key={clock.name}>{line(clock)}</li>
        ))}
      </ul>
    </div>
  );
}

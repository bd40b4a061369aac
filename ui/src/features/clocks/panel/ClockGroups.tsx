import type { ReactNode } from "react";
import { Section } from "../../../design/layout/Section";
import type { ClockView, Id, StoppedClock } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import styles from "./Clocks.module.css";
import { areTitled, groupsOf } from "./groups";
import { ClockRow, type ClockRowProps } from "./row/ClockRow";
import { StoppedRow } from "./row/StoppedRow";

const words = clocksWords.panel;

type ClockGroupsProps = Omit<ClockRowProps, "clock" | "isPointedAt"> & {
  clocks: readonly ClockView[];
  stopped: readonly StoppedClock[];
  at: Id | null;
};

/** The clocks by whom they bind: us, the person, others. */
export function ClockGroups({ clocks, stopped, at, ...row }: ClockGroupsProps) {
  const groups = groupsOf(clocks);
  const titled = areTitled(groups);
  return (
    <Section title={words.clocks}>
      {clocks.length === 0 ? <p className={styles.quiet}>{words.noClocks}</p> : null}
      {groups.map((group) => (
        <Group key={group.id} title={titled ? words.groups[group.id] : null}>
          {group.clocks.map((clock) => (
            <ClockRow key={clock.id} clock={clock} isPointedAt={clock.id === at} {...row} />
          ))}
        </Group>
      ))}
      {stopped.length === 0 ? null : (
        <Group title={words.stoppedTitle}>
          {stopped.map((clock) => (
            <StoppedRow key={clock.id} clock={clock} caseId={row.caseId} isClosed={row.isClosed} />
          ))}
        </Group>
      )}
    </Section>
  );
}

function Group({ title, children }: { title: string | null; children: ReactNode }) {
  if (title === null) return <ul>{children}</ul>;
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

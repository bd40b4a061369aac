import { classes } from "../../design/given";
import { Section } from "../../design/layout/Section";
import { useOffice } from "../../ipc/answers";
import type { Id } from "../../ipc/contract";
import { watcherWords } from "../../words/rules/watchers";
import { keyOf, ofCase } from "./lines";
import { SignRow } from "./SignRow";
import styles from "./Signs.module.css";

/** What is about to go wrong in one case, beside what its clocks and the advisor say themselves. */
export function CaseSigns({ caseId }: { caseId: Id }) {
  const signs = useOffice("watchers.for_case", { case: caseId });
  const lines = ofCase(signs.data ?? []);
  if (lines.length === 0) return null;
  return (
    <Section title={watcherWords.caseTitle} count={String(lines.length)}>
      <ul className={classes(styles.lines, styles.case)}>
        {lines.map((line) => (
          <SignRow key={keyOf(line)} line={line} withCase={false} />
        ))}
      </ul>
    </Section>
  );
}

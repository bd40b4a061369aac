import { Check, X } from "lucide-react";
import { Stack } from "../../design/layout/Stack";
import { Chip } from "../../design/marks/Chip";
import { Banner } from "../../design/telling/Banner";
import type { VerifyReport } from "../../ipc/contract";
import { journalWords } from "../../words/journal";
import { count } from "../../words/shown/format";
import styles from "./Journal.module.css";

const { check: words } = journalWords;

/** What was checked and how it stood, in words. */
export function CheckReport({ report }: { report: VerifyReport }) {
  const { ok, entries, steps, firstFault } = report;
  return (
    <Stack gap={4}>
      <Banner tone={ok ? "met" : "late"} title={ok ? words.good : words.bad} live>
        {firstFault === null ? words.entries(count(entries)) : `${words.fault}: ${firstFault}`}
      </Banner>
      <ul className={styles.steps} aria-label={words.steps}>
        {steps.map((step) => (
          <li key={step.name} className={styles.step}>
            <Chip tone={step.ok ? "met" : "late"} icon={step.ok ? Check : X}>
              {step.ok ? words.ok : words.notOk}
            </Chip>
            <span className={styles.name}>{step.name}</span>
            <span>{step.words}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

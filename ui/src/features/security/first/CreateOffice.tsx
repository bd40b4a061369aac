import { useState } from "react";
import { ProgressBar } from "../../../design/telling/ProgressBar";
import { useAction } from "../../../ipc/cache";
import type { CreateOffice as OfficeInput, Profile } from "../../../ipc/contract";
import { securityWords } from "../../../words/security";
import styles from "./First.module.css";
import { OfficeStep } from "./OfficeStep";
import { PersonStep } from "./PersonStep";
import { profileIn } from "./zones";

/** What the two steps fill in. */
export type NewOffice = Omit<OfficeInput, "profile"> & { profile: Profile };

type CreateOfficeProps = { onBack: () => void; onOpened: () => void };

const OFFICE_FIELDS = ["officeName", "profile", "timeZone"];

/** Two steps: the office, then its first person and the passphrase. Nothing is kept before the end. */
export function CreateOffice({ onBack, onOpened }: CreateOfficeProps) {
  const [step, setStep] = useState<1 | 2>(1);
  const [office, setOffice] = useState<NewOffice>(beginning);
  const create = useAction("security.create");
  const change = (part: Partial<NewOffice>) => setOffice((was) => ({ ...was, ...part }));
  const submit = () =>
    create.mutate(office as OfficeInput, {
      onSuccess: onOpened,
      onError: ({ fields }) => {
        if (fields.some(({ field }) => OFFICE_FIELDS.includes(field))) setStep(1);
      },
    });
  if (create.isPending || create.isSuccess) return <Making />;
  const both = { office, change, problem: create.error };
  return step === 1 ? (
    <OfficeStep {...both} onBack={onBack} onNext={() => setStep(2)} />
  ) : (
    <PersonStep {...both} onBack={() => setStep(1)} onSubmit={submit} />
  );
}

function Making() {
  const { create } = securityWords;
  return (
    <div className={styles.stack}>
      <h1>{create.making}</h1>
      <ProgressBar label={create.makingLock} done={null} total={1} valueText={create.makingWhy} />
    </div>
  );
}

function beginning(): NewOffice {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    officeName: "",
    yourName: "",
    passphrase: "",
    profile: profileIn(timeZone),
    timeZone,
  };
}

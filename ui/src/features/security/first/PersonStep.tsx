import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { TextField } from "../../../design/fields/TextField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Banner } from "../../../design/telling/Banner";
import { OfficeError } from "../../../ipc/errors";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";
import { NewPassphrase } from "../NewPassphrase";
import { isLongEnough, strengthWords } from "../passphrase";
import type { NewOffice } from "./CreateOffice";
import styles from "./First.module.css";

type PersonStepProps = {
  office: NewOffice;
  change: (part: Partial<NewOffice>) => void;
  problem: OfficeError | null;
  onBack: () => void;
  onSubmit: () => void;
};

const { create } = securityWords;

export function PersonStep({ office, change, problem, onBack, onSubmit }: PersonStepProps) {
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const submit = () => {
    const found = missingIn(office);
    setMissing(found);
    if (found === null) onSubmit();
  };
  return (
    <div className={styles.stack} data-wide>
      <header>
        <p className={styles.step}>{create.step(2)}</p>
        <h1>{create.you}</h1>
        <p className={styles.lead}>{create.youLead}</p>
      </header>
      <OfficeForm
        problem={missing ?? problem}
        onSubmit={submit}
        summaryTitle={create.problem}
        actions={
          <div className={styles.actions}>
            <Button type="submit" variant="primary">
              {create.make}
            </Button>
            <Button onPress={onBack}>{create.back}</Button>
          </div>
        }
      >
        <TextField
          label={create.yourName}
          name="yourName"
          hint={create.yourNameHint}
          value={office.yourName}
          onChange={(yourName) => change({ yourName })}
          limit={120}
          limitWords={generalWords.characters.room}
          autoComplete="name"
          autoFocus
        />
        <NewPassphrase
          label={create.passphrase}
          name="passphrase"
          value={office.passphrase}
          onChange={(passphrase) => change({ passphrase })}
        />
        <Banner tone="soon">{create.keep}</Banner>
      </OfficeForm>
    </div>
  );
}

function missingIn({ yourName, passphrase }: NewOffice): OfficeError | null {
  const fields = [];
  if (yourName.trim() === "") fields.push({ field: "yourName", message: create.missingName });
  if (!isLongEnough(passphrase)) {
    const message = strengthWords(passphrase) || create.passphraseHint;
    fields.push({ field: "passphrase", message });
  }
  return fields.length === 0 ? null : new OfficeError({ kind: "invalid", message: "", fields });
}

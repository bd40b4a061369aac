import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import { PassphraseField } from "../../design/fields/PassphraseField";
import { call } from "../../ipc/call";
import { toOfficeError } from "../../ipc/errors";
import { generalWords } from "../../words/messages";
import { securityWords } from "../../words/security";
import styles from "./first/First.module.css";
import { strengthWords } from "./passphrase";

type NewPassphraseProps = {
  label: string;
  name: string;
  value: string;
  onChange: (passphrase: string) => void;
};

const { create } = securityWords;

/** A new passphrase: typed, pasted, or six words chosen by chance and shown to be written down. */
export function NewPassphrase({ label, name, value, onChange }: NewPassphraseProps) {
  const [words, setWords] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const suggest = () =>
    call("security.suggest_passphrase", null).then(
      ({ output }) => setWords(output.passphrase),
      (thrown: unknown) => setProblem(toOfficeError(thrown).message),
    );
  return (
    <>
      <div className={styles.field}>
        <PassphraseField
          label={label}
          name={name}
          hint={create.passphraseHint}
          value={value}
          onChange={onChange}
          showLabel={generalWords.passphrase.show}
          hideLabelText={generalWords.passphrase.hide}
          autoComplete="new-password"
        />
        <p role="status" className={styles.label}>
          {problem ?? strengthWords(value)}
        </p>
      </div>
      {words === null ? (
        <div>
          <Button onPress={() => void suggest()}>{create.suggest}</Button>
        </div>
      ) : (
        <div className={styles.suggestion}>
          <p className={styles.label}>{create.suggested}</p>
          <p className={styles.words}>{words}</p>
          <div className={styles.actions}>
            <Button isDisabled={value === words} onPress={() => onChange(words)}>
              {create.use}
            </Button>
            <Button onPress={() => void suggest()}>{create.another}</Button>
          </div>
        </div>
      )}
    </>
  );
}

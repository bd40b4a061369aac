import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { PassphraseField } from "../../../design/fields/PassphraseField";
import { TextField } from "../../../design/fields/TextField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { useAction } from "../../../ipc/cache";
import type { Status } from "../../../ipc/contract";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";
import { OpeningSample } from "../first/OpeningSample";
import { useSample } from "../first/useSample";
import { CannotUnlock } from "./CannotUnlock";
import { useCapsLock } from "./capsLock";
import styles from "./Unlock.module.css";

type UnlockProps = {
  status: Pick<Status, "keyring" | "sampleAvailable">;
  onOpened: () => void;
};

/** Asks for a name and a passphrase and shows nothing else. */
export function Unlock({ status, onOpened }: UnlockProps) {
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const unlock = useAction("security.unlock");
  const isCapsLocked = useCapsLock();
  const sample = useSample(onOpened);
  const { locked } = securityWords;
  const submit = () =>
    unlock.mutate({ name, passphrase }, { onSuccess: onOpened, onError: () => setPassphrase("") });
  if (sample.isOpening) return <OpeningSample progress={sample.progress} />;
  return (
    <div className={styles.unlock}>
      <header>
        <h1>{locked.title}</h1>
        <p className={styles.lead}>{locked.lead}</p>
      </header>
      <OfficeForm
        problem={unlock.error}
        onSubmit={submit}
        isPending={unlock.isPending}
        summaryTitle={locked.problem}
        actions={
          <div className={styles.actions}>
            <Button
              type="submit"
              variant="primary"
              isPending={unlock.isPending}
              pendingLabel={locked.unlocking}
            >
              {locked.unlock}
            </Button>
            <CannotUnlock />
          </div>
        }
      >
        <TextField
          label={locked.name}
          name="name"
          value={name}
          onChange={setName}
          autoComplete="username"
          spellCheck={false}
          autoFocus
        />
        <PassphraseField
          label={locked.passphrase}
          name="passphrase"
          value={passphrase}
          onChange={setPassphrase}
          hint={isCapsLocked ? <strong role="status">{locked.capsLock}</strong> : null}
          showLabel={generalWords.passphrase.show}
          hideLabelText={generalWords.passphrase.hide}
          autoComplete="current-password"
        />
      </OfficeForm>
      {status.keyring ? <WithLaptop name={name} onOpened={onOpened} /> : null}
      {status.sampleAvailable ? (
        <footer className={styles.sample}>
          {sample.error ? <p role="alert">{sample.error.message}</p> : null}
          <Button variant="link" size="small" onPress={sample.open}>
            {locked.sample}
          </Button>
        </footer>
      ) : null}
    </div>
  );
}

type WithLaptopProps = { name: string; onOpened: () => void };

/** The convenience way in; the passphrase above always works too. */
function WithLaptop({ name, onOpened }: WithLaptopProps) {
  const unlock = useAction("security.unlock_with_keyring");
  const { locked } = securityWords;
  const isNameless = name.trim() === "";
  return (
    <div className={styles.laptop}>
      <Button
        isDisabled={isNameless}
        isPending={unlock.isPending}
        pendingLabel={locked.unlocking}
        onPress={() => unlock.mutate({ name }, { onSuccess: onOpened })}
      >
        {locked.keyring}
      </Button>
      <p role="status" className={styles.lead}>
        {unlock.error?.message ?? (isNameless ? locked.keyringNeedsName : "")}
      </p>
    </div>
  );
}

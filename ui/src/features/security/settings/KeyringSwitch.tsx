import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Switch } from "../../../design/choices/Switch";
import { PassphraseField } from "../../../design/fields/PassphraseField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Row, Stack } from "../../../design/layout/Stack";
import { useOffice } from "../../../ipc/answers";
import { dropTopics, useAction } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";

type KeyringSwitchProps = { tellDone: (words: string, entry: Id | null) => void };

const { keyring: words } = securityWords;

/** Turns "this laptop may open the office" on and off; either way the passphrase is asked first. */
export function KeyringSwitch({ tellDone }: KeyringSwitchProps) {
  const isOn = useOffice("security.status", null).data?.keyring ?? false;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const set = useAction("security.set_keyring");
  const close = () => {
    setWanted(null);
    setPassphrase("");
    set.reset();
  };
  const submit = (on: boolean) =>
    set.mutate(
      { on, passphrase },
      {
        onSuccess: () => {
          dropTopics(["security"]);
          close();
          tellDone(on ? words.done.on : words.done.off, null);
        },
      },
    );
  return (
    <Stack gap={4}>
      <Switch
        label={words.on}
        hint={wanted === null ? `${words.hint} ${isOn ? words.isOn : words.isOff}` : words.hint}
        isSelected={wanted ?? isOn}
        onChange={(on) => (on === isOn ? close() : setWanted(on))}
      />
      {wanted === null ? null : (
        <OfficeForm
          problem={set.error}
          onSubmit={() => submit(wanted)}
          summaryTitle={words.problem}
          label={words.confirm}
          isPending={set.isPending}
          actions={
            <Row gap={3}>
              <Button type="submit" variant="primary" isPending={set.isPending}>
                {wanted ? words.turnOn : words.turnOff}
              </Button>
              <Button onPress={close}>{words.cancel}</Button>
            </Row>
          }
        >
          <PassphraseField
            label={words.confirm}
            name="passphrase"
            value={passphrase}
            onChange={setPassphrase}
            showLabel={generalWords.passphrase.show}
            hideLabelText={generalWords.passphrase.hide}
            autoComplete="current-password"
            autoFocus
          />
        </OfficeForm>
      )}
    </Stack>
  );
}

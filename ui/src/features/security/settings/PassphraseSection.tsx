import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { PassphraseField } from "../../../design/fields/PassphraseField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Section } from "../../../design/layout/Section";
import { Stack } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { useAction } from "../../../ipc/cache";
import type { ChangePassphrase, Id } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";
import { NewPassphrase } from "../NewPassphrase";
import { isLongEnough, strengthWords } from "../passphrase";
import { KeyringSwitch } from "./KeyringSwitch";
import styles from "./Settings.module.css";

type PassphraseSectionProps = { tellDone: (words: string, entry: Id | null) => void };

const EMPTY: ChangePassphrase = { current: "", next: "" };
const { change: words } = securityWords;

/** The person's own way in. Passphrases are never kept as drafts. */
export function PassphraseSection({ tellDone }: PassphraseSectionProps) {
  return (
    <Stack gap={8}>
      <ChangeForm tellDone={tellDone} />
      <Section title={securityWords.keyring.title}>
        <KeyringSwitch tellDone={tellDone} />
      </Section>
    </Stack>
  );
}

function ChangeForm({ tellDone }: PassphraseSectionProps) {
  const [form, setForm] = useState(EMPTY);
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const change = useAction("security.change_passphrase");
  const submit = () => {
    const found = missingIn(form);
    setMissing(found);
    if (found !== null) return;
    change.mutate(form, {
      onSuccess: () => {
        setForm(EMPTY);
        tellDone(words.done, null);
      },
    });
  };
  return (
    <OfficeForm
      problem={missing ?? change.error}
      onSubmit={submit}
      summaryTitle={words.problem}
      label={words.title}
      isPending={change.isPending}
      actions={
        <Button
          type="submit"
          variant="primary"
          isPending={change.isPending}
          pendingLabel={words.saving}
        >
          {words.save}
        </Button>
      }
    >
      <p className={styles.lead}>{words.lead}</p>
      <PassphraseField
        label={words.current}
        name="current"
        value={form.current}
        onChange={(current) => setForm((was) => ({ ...was, current }))}
        showLabel={generalWords.passphrase.show}
        hideLabelText={generalWords.passphrase.hide}
        autoComplete="current-password"
      />
      <NewPassphrase
        label={words.next}
        name="next"
        value={form.next}
        onChange={(next) => setForm((was) => ({ ...was, next }))}
      />
      <Banner tone="soon">{words.keep}</Banner>
    </OfficeForm>
  );
}

function missingIn({ current, next }: ChangePassphrase): OfficeError | null {
  const fields = [];
  if (current === "") fields.push({ field: "current", message: words.missing });
  if (!isLongEnough(next)) {
    const message = strengthWords(next) || securityWords.create.passphraseHint;
    fields.push({ field: "next", message });
  } else if (next === current) fields.push({ field: "next", message: words.same });
  return fields.length === 0 ? null : new OfficeError({ kind: "invalid", message: "", fields });
}

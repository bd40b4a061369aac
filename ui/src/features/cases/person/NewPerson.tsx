import type { KeyboardEvent } from "react";
import { Button } from "../../../design/buttons/Button";
import { Select } from "../../../design/choices/Select";
import { DateField } from "../../../design/dates/DateField";
import { FieldGroup, FieldRow } from "../../../design/fields/Field";
import { TextField } from "../../../design/fields/TextField";
import { Card } from "../../../design/layout/Card";
import { Row, Stack } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { useAction } from "../../../ipc/cache";
import { fieldErrors, type OfficeError } from "../../../ipc/errors";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import { hasWholeName, type Named, type NewPersonDraft, personFormOf } from "./newPerson";
import { SimilarPeople } from "./SimilarPeople";

const words = casesWords.person;
const LABELS = { recordNumber: words.recordNumber, phone: words.phoneLabel };

type NewPersonProps = {
  draft: NewPersonDraft;
  onChange: (next: NewPersonDraft) => void;
  onAdded: (person: Named) => void;
  onCancel: () => void;
  /** Only where it was just asked for: a draft that comes back must not take the cursor. */
  autoFocus: boolean;
};

/** A person who is new to the office, in the middle of another form. */
export function NewPerson({ draft, onChange, onAdded, onCancel, autoFocus }: NewPersonProps) {
  const add = useAction("people.add");
  const submit = () =>
    add.mutate(personFormOf(draft, LABELS), {
      onSuccess: ({ output }) => onAdded({ id: output.id, label: output.name }),
    });
  // Enter belongs to this small form, not to the large one around it.
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement;
    if (event.key !== "Enter" || event.defaultPrevented || !isField) return;
    event.preventDefault();
    submit();
  };
  return (
    <Card tone="sunken">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of its fields adds the person, as in a form. */}
      <div onKeyDown={onKeyDown}>
        <FieldGroup legend={words.newName}>
          <Stack gap={4}>
            {add.error ? <Problem error={add.error} /> : null}
            <NewPersonFields
              draft={draft}
              onChange={onChange}
              error={add.error}
              autoFocus={autoFocus}
            />
            <SimilarPeople draft={draft} recordLabel={LABELS.recordNumber} onUse={onAdded} />
            <Row gap={2}>
              <Button
                variant="primary"
                onPress={submit}
                isPending={add.isPending}
                pendingLabel={words.submitting}
              >
                {words.submit}
              </Button>
              <Button onPress={onCancel}>{generalWords.cancel}</Button>
            </Row>
          </Stack>
        </FieldGroup>
      </div>
    </Card>
  );
}

type FieldsProps = Pick<NewPersonProps, "draft" | "onChange" | "autoFocus"> & {
  error: OfficeError | null;
};

function NewPersonFields({ draft, onChange, error, autoFocus }: FieldsProps) {
  const wrong = fieldErrors(error);
  const set = (change: Partial<NewPersonDraft>) => onChange({ ...draft, ...change });
  const isWhole = hasWholeName(draft.kind);
  return (
    <>
      <Select
        label={words.kind}
        options={choices(labels.personKind)}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        placeholder={words.kind}
        width="half"
      />
      {isWhole ? (
        <TextField
          label={words.whole}
          value={draft.whole}
          onChange={(whole) => set({ whole })}
          error={wrong["name.whole"] ?? wrong.name ?? null}
          limit={limits.short}
          autoFocus={autoFocus}
        />
      ) : (
        <>
          <FieldRow>
            <TextField
              label={words.given}
              value={draft.given}
              onChange={(given) => set({ given })}
              error={wrong["name.given"] ?? null}
              limit={limits.short}
              autoFocus={autoFocus}
            />
            <TextField
              label={words.family}
              value={draft.family}
              onChange={(family) => set({ family })}
              error={wrong["name.family"] ?? wrong.name ?? null}
              limit={limits.short}
            />
          </FieldRow>
          <FieldRow>
            <DateField
              label={words.birthDate}
              value={draft.birthDate}
              onChange={(birthDate) => set({ birthDate })}
              error={wrong.birthDate ?? null}
              optional={generalWords.optional}
            />
            <TextField
              label={words.recordNumber}
              value={draft.recordNumber}
              onChange={(recordNumber) => set({ recordNumber })}
              error={wrong["identifiers.0.value"] ?? null}
              limit={limits.short}
              optional={generalWords.optional}
            />
          </FieldRow>
        </>
      )}
      <TextField
        label={words.phone}
        type="tel"
        width="half"
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        error={wrong["phones.0.value"] ?? null}
        limit={limits.short}
        optional={generalWords.optional}
      />
    </>
  );
}

function Problem({ error }: { error: OfficeError }) {
  return (
    <Banner tone="late" title={words.problem} live>
      {error.message}
    </Banner>
  );
}

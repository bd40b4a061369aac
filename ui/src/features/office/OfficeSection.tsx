import type { ReactNode } from "react";
import { Button } from "../../design/buttons/Button";
import { RadioGroup } from "../../design/choices/RadioGroup";
import { NumberField } from "../../design/fields/NumberField";
import { TextField } from "../../design/fields/TextField";
import { DraftBar, DraftKept } from "../../design/forms/DraftNote";
import { OfficeForm } from "../../design/forms/OfficeForm";
import { Row, Stack } from "../../design/layout/Stack";
import { Skeleton } from "../../design/telling/Skeleton";
import { useOffice } from "../../ipc/answers";
import { useAction } from "../../ipc/cache";
import type { Id, OfficeView } from "../../ipc/contract";
import { type DraftHold, useDraft } from "../../ipc/useDraft";
import { choices, labels } from "../../words/labels";
import { generalWords } from "../../words/messages";
import { officeWords } from "../../words/office";
import styles from "./Office.module.css";

type OfficeSectionProps = {
  tellDone: (words: string, entry: Id | null) => void;
  /** The field that finds a time zone, from the feature that asks for one first. */
  zoneField: (given: { value: string; onChange: (zone: string) => void }) => ReactNode;
};

const { office: words } = officeWords;
const NAME_LIMIT = 200;

/** What everybody in this office shares. */
export function OfficeSection(props: OfficeSectionProps) {
  const office = useOffice("office.view", null);
  if (office.error) throw office.error;
  if (!office.data) return <Skeleton label={officeWords.loading} shape="form" />;
  return <Editor view={office.data} {...props} />;
}

function Editor({ view, tellDone, zoneField }: OfficeSectionProps & { view: OfficeView }) {
  const draft = useDraft("/settings/office", words.draftTitle, view);
  const change = useAction("office.change");
  const submit = () =>
    change.mutate(draft.body, {
      onSuccess: async ({ output, entry }) => {
        await draft.done(output);
        tellDone(words.done, entry);
      },
    });
  if (!draft.ready) return <Skeleton label={officeWords.loading} shape="form" />;
  return (
    <Stack gap={4}>
      <p className={styles.lead}>{words.lead}</p>
      <DraftBar draft={draft} words={generalWords.draft} />
      <OfficeForm
        problem={change.error}
        onSubmit={submit}
        isPending={change.isPending}
        summaryTitle={words.problem}
        label={words.title}
        actions={
          <Row gap={3} align="center">
            <Button
              type="submit"
              variant="primary"
              isPending={change.isPending}
              pendingLabel={words.saving}
            >
              {words.save}
            </Button>
            <DraftKept draft={draft} words={generalWords.draft} />
          </Row>
        }
      >
        <Fields draft={draft} zoneField={zoneField} />
      </OfficeForm>
    </Stack>
  );
}

type FieldsProps = Pick<OfficeSectionProps, "zoneField"> & { draft: DraftHold<OfficeView> };

function Fields({ draft: { body, set }, zoneField }: FieldsProps) {
  const change = (part: Partial<OfficeView>) => set((was) => ({ ...was, ...part }));
  return (
    <>
      <TextField
        label={words.name}
        name="name"
        hint={words.nameHint}
        value={body.name}
        onChange={(name) => change({ name })}
        limit={NAME_LIMIT}
        limitWords={generalWords.characters.room}
      />
      {zoneField({ value: body.timeZone, onChange: (timeZone) => change({ timeZone }) })}
      <RadioGroup
        label={words.paper}
        name="paper"
        options={choices(labels.paper)}
        value={body.paper}
        onChange={(paper) => change({ paper })}
        layout="row"
      />
      <NumberField
        label={words.lockAfter}
        name="lockAfterMinutes"
        hint={words.lockHint}
        value={body.lockAfterMinutes}
        onChange={(minutes) => change({ lockAfterMinutes: minutes ?? 0 })}
        min={1}
        max={60}
        unit={words.minutes}
        width="half"
      />
    </>
  );
}

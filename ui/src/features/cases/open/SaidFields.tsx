import { Select } from "../../../design/choices/Select";
import { MomentField } from "../../../design/dates/MomentField";
import { FieldGroup } from "../../../design/fields/Field";
import { TextField } from "../../../design/fields/TextField";
import { Stack } from "../../../design/layout/Stack";
import { casesWords } from "../../../words/cases";
import { choices } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { CaseFieldsProps } from "./CaseFields";

const words = casesWords.form;

/** How, when and where it was first said, and when it reached the office. */
export function SaidFields({ draft, set }: CaseFieldsProps) {
  return (
    <>
      <Select
        label={words.saidHow}
        name="saidHow"
        options={choices(words.said)}
        value={draft.saidHow}
        onChange={(saidHow) => set({ saidHow })}
        placeholder={words.saidHow}
        width="half"
      />
      <TextField
        label={words.saidWhere}
        hint={words.saidWhereHint}
        name="saidWhere"
        value={draft.saidWhere}
        onChange={(saidWhere) => set({ saidWhere })}
        limit={limits.short}
        limitWords={generalWords.characters.room}
        optional={generalWords.optional}
      />
      <FieldGroup legend={words.twoDates} hint={words.twoDatesHint}>
        <Stack gap={4}>
          <MomentField
            label={words.saidOn}
            name="saidOn"
            value={draft.saidOn}
            onChange={(saidOn) => set({ saidOn })}
            optional={generalWords.optional}
            width="half"
          />
          <MomentField
            label={words.receivedOn}
            name="receivedOn"
            value={draft.receivedOn}
            onChange={(receivedOn) => set({ receivedOn })}
            width="half"
          />
        </Stack>
      </FieldGroup>
    </>
  );
}

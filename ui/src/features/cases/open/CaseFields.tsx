import { RadioGroup } from "../../../design/choices/RadioGroup";
import { Select } from "../../../design/choices/Select";
import { TextArea } from "../../../design/fields/TextArea";
import { TextField } from "../../../design/fields/TextField";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { CaseChange, CaseDraft } from "./caseDraft";
import { SaidFields } from "./SaidFields";
import { UnitField } from "./UnitField";
import { WhoFields } from "./WhoFields";

const words = casesWords.form;

export type CaseFieldsProps = {
  draft: CaseDraft;
  set: (change: CaseChange) => void;
};

/** Everything a case says about itself, in the order a person tells it. */
export function CaseFields({ draft, set }: CaseFieldsProps) {
  return (
    <>
      <WhoFields draft={draft} set={set} />
      <SaidFields draft={draft} set={set} />
      <Select
        label={words.kind}
        name="kind"
        options={choices(labels.caseKind).map((one) => ({
          ...one,
          hint: casesWords.kindMeaning[one.id],
        }))}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        placeholder={words.kindPlaceholder}
        hint={draft.kind === null ? words.kindHint : casesWords.kindMeaning[draft.kind]}
        width="half"
      />
      <TextField
        label={words.about}
        hint={words.aboutHint}
        name="about"
        value={draft.about}
        onChange={(about) => set({ about })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
      <TextArea
        label={words.happened}
        name="happened"
        rows={4}
        value={draft.happened}
        onChange={(happened) => set({ happened })}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
      <TextArea
        label={words.wants}
        hint={words.wantsHint}
        name="wants"
        rows={2}
        value={draft.wants}
        onChange={(wants) => set({ wants })}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
      <RadioGroup
        label={words.urgency}
        name="urgency"
        options={choices(labels.urgency).map((one) => ({
          ...one,
          hint: casesWords.urgencyMeaning[one.id],
        }))}
        value={draft.urgency}
        onChange={(urgency) => set({ urgency })}
      />
      <UnitField value={draft.unit} onChange={(unit) => set({ unit })} />
    </>
  );
}

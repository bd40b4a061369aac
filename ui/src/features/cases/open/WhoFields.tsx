import { Select } from "../../../design/choices/Select";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { kindFor } from "../person/newPerson";
import { PersonPicker } from "../person/PersonPicker";
import type { CaseFieldsProps } from "./CaseFields";

const words = casesWords.form;

/** Whom it is about, and who raised it: most often the same person. */
export function WhoFields({ draft, set }: CaseFieldsProps) {
  return (
    <>
      <PersonPicker
        label={words.patient}
        hint={words.patientHint}
        name="patient"
        kind="patient"
        newKind="patient"
        value={draft.patient}
        onChange={(step) => set((was) => ({ patient: step(was.patient) }))}
      />
      <Select
        label={words.relation}
        name="relation"
        options={choices(labels.relation)}
        value={draft.relation}
        onChange={(relation) => set({ relation })}
        placeholder={words.relation}
        width="half"
      />
      {draft.relation === "self" ? null : (
        <PersonPicker
          label={words.raisedBy}
          hint={words.raisedByHint}
          name="raisedBy"
          kind={null}
          newKind={kindFor(draft.relation)}
          value={draft.raisedBy}
          onChange={(step) => set((was) => ({ raisedBy: step(was.raisedBy) }))}
        />
      )}
    </>
  );
}

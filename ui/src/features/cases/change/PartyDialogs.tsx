import { useState } from "react";
import { CheckBox } from "../../../design/choices/CheckBox";
import { Select } from "../../../design/choices/Select";
import { FormDialog } from "../../../design/forms/FormDialog";
import { ReasonDialog } from "../../../design/forms/ReasonDialog";
import { useAction } from "../../../ipc/cache";
import type { CaseParty, Relation } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import { nobodyPicked, type Picked } from "../person/newPerson";
import { PersonPicker } from "../person/PersonPicker";
import type { CaseDialogProps } from "./CaseDialogs";

const words = casesWords.people;

type Body = {
  person: Picked;
  role: CaseParty["role"];
  relation: Relation | null;
  mayBeTold: boolean;
};

const EMPTY: Body = { person: nobodyPicked, role: "relative", relation: null, mayBeTold: false };
const RELATED: readonly CaseParty["role"][] = ["raised_by", "relative", "representative", "other"];

/** Gives one more person a part in the case. */
export function AddPartyDialog({ view, onClose, tellDone }: CaseDialogProps) {
  const draft = useDraft(`/cases/${view.id}#person`, words.draftTitle(view.number), EMPTY);
  const add = useAction("cases.add_party");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const { person, role, relation, mayBeTold } = draft.body;
  const set = (by: Partial<Body>) => draft.set((was) => ({ ...was, ...by }));
  const asksRelation = RELATED.includes(role);
  const submit = async () => {
    setMissing(person.choice === null ? nobody() : null);
    add.reset();
    if (person.choice === null) return;
    const { entry } = await add.mutateAsync({
      case: view.id,
      person: person.choice.id,
      role,
      relation: asksRelation ? relation : null,
      mayBeTold,
    });
    await draft.done();
    tellDone(words.added(person.choice.label), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.dialog}
      words={words}
      draft={draft}
      problem={missing ?? add.error}
      isPending={add.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <PersonPicker
        label={words.person}
        name="person"
        kind={null}
        newKind={KIND_OF[role]}
        value={person}
        onChange={(step) => draft.set((was) => ({ ...was, person: step(was.person) }))}
      />
      <Select
        label={words.role}
        name="role"
        options={choices(labels.partyRole)}
        value={role}
        onChange={(next) => set({ role: next })}
        placeholder={words.rolePlaceholder}
        width="half"
      />
      {asksRelation ? (
        <Select
          label={words.relation}
          name="relation"
          options={choices(labels.relation).filter(({ id }) => id !== "self")}
          value={relation}
          onChange={(next) => set({ relation: next })}
          placeholder={words.relationPlaceholder}
          optional={generalWords.optional}
          width="half"
        />
      ) : null}
      <CheckBox
        label={words.mayBeTold}
        hint={words.mayBeToldHint}
        name="mayBeTold"
        isSelected={mayBeTold}
        onChange={(next) => set({ mayBeTold: next })}
      />
    </FormDialog>
  );
}

/** Asks why somebody's part in the case ends. */
export function RemovePartyDialog({
  view,
  party,
  onClose,
  tellDone,
}: CaseDialogProps & { party: CaseParty }) {
  const key = `/cases/${view.id}#remove-${party.id}`;
  const draft = useDraft(key, words.removeTitle(party.name), { reason: "" });
  const remove = useAction("cases.remove_party");
  const submit = async () => {
    const { entry } = await remove.mutateAsync({ id: party.id, reason: draft.body.reason });
    await draft.done();
    tellDone(words.removed(party.name), entry);
    onClose();
  };
  return (
    <ReasonDialog
      title={words.removeTitle(party.name)}
      lead={words.removeLead}
      words={{ ...words, submit: words.removeSubmit, problem: words.removeProblem }}
      draft={draft}
      problem={remove.error}
      isPending={remove.isPending}
      isDanger
      limit={limits.line}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    />
  );
}

const KIND_OF = {
  patient: "patient",
  raised_by: "relative",
  relative: "relative",
  representative: "representative",
  staff: "hospital_staff",
  department: "department",
  payer: "payer",
  other: "relative",
} as const;

function nobody(): OfficeError {
  const fields = [{ field: "person", message: words.choosePerson }];
  return new OfficeError({ kind: "invalid", message: words.choosePerson, fields });
}

import { RadioGroup } from "../../../../design/choices/RadioGroup";
import { MomentField } from "../../../../design/dates/MomentField";
import { FieldRow } from "../../../../design/fields/Field";
import { TextArea } from "../../../../design/fields/TextArea";
import type { Id, Status, Way } from "../../../../ipc/contract";
import type { DraftHold } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import { choices } from "../../../../words/labels";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";
import { CaseField } from "./CaseField";
import type { GiveDraft, Handed, Title } from "./handing";
import { LeafletsField } from "./LeafletsField";
import { RecipientField } from "./RecipientField";

const words = educationGivenWords.give;

type GiveFieldsProps = {
  draft: Pick<DraftHold<GiveDraft>, "body" | "set">;
  titles: readonly Title[];
  caseId: Id | null;
  isPersonFixed: boolean;
  reads: string | null;
  way: Way;
  status: Status;
};

/** To whom, what, how and when. */
export function GiveFields(props: GiveFieldsProps) {
  const { draft, titles, caseId, isPersonFixed, reads, way, status } = props;
  const { body } = draft;
  const set = (change: Partial<GiveDraft>) => draft.set((was) => ({ ...was, ...change }));
  const setLeaflets = (step: (was: Handed[]) => Handed[]) =>
    draft.set((was) => ({ ...was, leaflets: step(was.leaflets) }));
  return (
    <>
      {isPersonFixed ? null : <RecipientField body={body} set={set} caseId={caseId} />}
      <LeafletsField
        leaflets={body.leaflets}
        onChange={setLeaflets}
        titles={titles}
        caseId={caseId}
        personName={body.person?.label ?? ""}
        reads={reads}
        today={status.today}
      />
      <RadioGroup
        label={words.way}
        name="way"
        options={choices(educationGivenWords.way)}
        value={way}
        onChange={(chosen) => set({ way: chosen })}
        layout="row"
      />
      <FieldRow>
        <MomentField
          label={words.at}
          name="at"
          value={body.at ?? status.now}
          onChange={(at) => set({ at })}
          max={`${status.today}T23:59`}
          width="half"
        />
        {caseId === null && body.person !== null ? (
          <CaseField
            key={body.person.id}
            person={body.person.id}
            value={body.case}
            onChange={(chosen) => set({ case: chosen })}
          />
        ) : null}
      </FieldRow>
      <TextArea
        label={words.note}
        name="note"
        hint={words.noteHint}
        optional={generalWords.optional}
        value={body.note}
        onChange={(note) => set({ note })}
        rows={1}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
    </>
  );
}

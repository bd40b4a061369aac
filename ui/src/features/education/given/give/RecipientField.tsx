import { useDeferredValue } from "react";
import { ComboBox } from "../../../../design/choices/ComboBox";
import { Select } from "../../../../design/choices/Select";
import { useOffice } from "../../../../ipc/answers";
import { useOfficeKeeping } from "../../../../ipc/cache";
import type { Id } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { labels } from "../../../../words/labels";
import { generalWords } from "../../../../words/messages";
import { type GiveDraft, recipients } from "./handing";

const words = educationGivenWords.give;
const SHOWN = 20;

type RecipientFieldProps = {
  body: GiveDraft;
  set: (change: Partial<GiveDraft>) => void;
  caseId: Id | null;
};

/** To whom: the people of the case, or anybody the office knows. */
export function RecipientField({ body, set, caseId }: RecipientFieldProps) {
  return caseId === null ? (
    <AnybodyField body={body} set={set} />
  ) : (
    <PartyField body={body} set={set} caseId={caseId} />
  );
}

function PartyField({ body, set, caseId }: RecipientFieldProps & { caseId: Id }) {
  const view = useOffice("cases.view", { id: caseId }).data;
  const people = recipients(view?.parties ?? []);
  return (
    <Select
      label={words.to}
      name="person"
      options={people}
      value={body.person?.id ?? null}
      onChange={(id) => set({ person: people.find((one) => one.id === id) ?? null })}
      placeholder={words.toPlaceholder}
      width="half"
    />
  );
}

function AnybodyField({ body, set }: Omit<RecipientFieldProps, "caseId">) {
  const typed = body.personText === body.person?.label ? "" : body.personText.trim();
  const text = useDeferredValue(typed);
  const people = useOfficeKeeping("people.list", {
    text: text === "" ? null : text,
    kind: null,
    after: null,
    limit: SHOWN,
  });
  const options = (people.data?.rows ?? []).map((row) => ({
    id: row.id,
    label: row.name,
    detail: [labels.personKind[row.kind], row.detail].filter(Boolean).join(" · "),
  }));
  return (
    <ComboBox
      label={words.to}
      name="person"
      value={body.person}
      text={body.personText}
      onTextChange={(personText) => set({ personText })}
      onChange={(choice) =>
        set(
          choice
            ? { person: { id: choice.id, label: choice.label }, case: null }
            : { person: null, case: null },
        )
      }
      options={options}
      isLoading={people.isFetching}
      loadingText={generalWords.searching}
      emptyText={words.noneFound}
      placeholder={words.find}
      allowsText
    />
  );
}

import type { ReactNode } from "react";
import type { OfficeError } from "../../../ipc/errors";
import { peopleWords } from "../../../words/people";
import { isFilled, type SectionId, sectionOf, sectionsFor } from "./blank";
import { FormSection } from "./FormSection";
import type { Editing } from "./fields/editing";
import { NeedsFields, NotesFields, ReachFields, Rows, WorkFields } from "./fields/MoreFields";
import { NameFields, WhoFields } from "./fields/WhoFields";

type PersonFieldsProps = {
  editing: Editing;
  problem: OfficeError | null;
  /** Stands right under the name: who is much like this person. */
  similar: ReactNode;
};

const { form: words } = peopleWords;

/** Every field of a person in one column; what is rarely needed stands closed. */
export function PersonFields({ editing, problem, similar }: PersonFieldsProps) {
  const { form } = editing;
  const wrong = new Set(problem?.fields.map(({ field }) => sectionOf(field, form.kind)));
  return (
    <>
      <WhoFields editing={editing} />
      {similar}
      <div>
        {sectionsFor(form.kind)
          .filter((id) => id !== "who")
          .map((id) => (
            <FormSection
              key={id}
              title={words.sections[id]}
              hint={words.hints[id as keyof typeof words.hints]}
              isFilled={isFilled(form, id)}
              isWrong={wrong.has(id)}
            >
              <Fields id={id} editing={editing} />
            </FormSection>
          ))}
      </div>
    </>
  );
}

function Fields({ id, editing }: { id: SectionId; editing: Editing }): ReactNode {
  switch (id) {
    case "who":
      return null;
    case "name":
      return <NameFields editing={editing} />;
    case "needs":
      return <NeedsFields editing={editing} />;
    case "numbers":
      return <Rows editing={editing} field="identifiers" />;
    case "reach":
      return <ReachFields editing={editing} />;
    case "work":
      return <WorkFields editing={editing} />;
    case "notes":
      return <NotesFields editing={editing} />;
  }
}

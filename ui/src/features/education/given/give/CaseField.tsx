import { Select } from "../../../../design/choices/Select";
import { useOfficePages } from "../../../../ipc/cache";
import type { CaseFilter, Id } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";

const words = educationGivenWords.give;
const SHOWN = 50;
const NONE = "none";

const anyCase: CaseFilter = {
  open: true,
  kind: null,
  stage: null,
  unit: null,
  owner: null,
  urgency: null,
  due: null,
  receivedFrom: null,
  receivedTo: null,
  text: null,
  person: null,
};

type CaseFieldProps = { person: Id; value: Id | null; onChange: (id: Id | null) => void };

/** In which of the person's open cases it is given, or in none. */
export function CaseField({ person, value, onChange }: CaseFieldProps) {
  const cases = useOfficePages("cases.list", {
    filter: { ...anyCase, person },
    order: "received",
    after: null,
    limit: SHOWN,
  });
  if (cases.rows.length === 0) return null;
  const options = [
    ...cases.rows.map(({ id, number, about }) => ({ id, label: number, hint: about })),
    { id: NONE, label: words.noCase },
  ];
  return (
    <Select
      label={words.inCase}
      name="case"
      options={options}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
      placeholder={words.noCase}
    />
  );
}

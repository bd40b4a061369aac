import type { GivenView, Id } from "../../../ipc/contract";
import { HandOutDialog } from "./give/HandOutDialog";
import type { PersonChoice } from "./give/handing";
import { RightsDialog } from "./panel/RightsDialog";
import { TeachBackDialog } from "./teach/TeachBackDialog";

const HAND_OUT = "hand-out";
const TEACH = "teach-";

type EducationDialogsProps = {
  /** The address of the page, without what stands after "#". */
  base: string;
  section: string | null;
  caseId: Id | null;
  person: PersonChoice | null;
  given: GivenView;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** The dialog of education that the address names after "#". */
export function EducationDialogs(props: EducationDialogsProps) {
  const { base, section, caseId, person, given, go, tellDone } = props;
  const onClose = () => go(base);
  if (section === HAND_OUT || section?.startsWith(`${HAND_OUT}-`)) {
    return (
      <HandOutDialog
        key={section}
        base={base}
        section={section}
        caseId={caseId}
        person={person}
        leaflets={section === HAND_OUT ? [] : [namedIn(section)]}
        onClose={onClose}
        go={go}
        tellDone={tellDone}
      />
    );
  }
  const handout = given.handouts.find(({ id }) => section === `${TEACH}${id}`);
  if (handout) {
    return (
      <TeachBackDialog
        key={handout.id}
        base={base}
        handout={handout}
        onClose={onClose}
        tellDone={tellDone}
      />
    );
  }
  if (section !== "rights" || caseId === null) return null;
  return (
    <RightsDialog
      caseId={caseId}
      base={base}
      rights={given.rights}
      onClose={onClose}
      tellDone={tellDone}
    />
  );
}

function namedIn(section: string): { key: string; language: null } {
  return { key: section.slice(HAND_OUT.length + 1), language: null };
}

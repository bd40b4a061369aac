import { useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { FormDialog } from "../../../../design/forms/FormDialog";
import { Dialog } from "../../../../design/overlays/Dialog";
import { Banner } from "../../../../design/telling/Banner";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOffice } from "../../../../ipc/answers";
import { dropTopics } from "../../../../ipc/cache";
import type { Id, LibraryView, Status } from "../../../../ipc/contract";
import { useDraft } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import { generalWords } from "../../../../words/messages";
import { GiveFields } from "./GiveFields";
import { type GiveDraft, type PersonChoice, titlesOf } from "./handing";
import { useGive } from "./useGive";

const words = educationGivenWords.give;

export type HandOutProps = {
  /** The address of the page it was opened on, without what stands after "#". */
  base: string;
  /** What stands after "#" in the address, so that the draft leads back. */
  section: string;
  /** In which case, on the page of a case. */
  caseId: Id | null;
  /** To whom, where that is known. */
  person: PersonChoice | null;
  /** The leaflets it was opened for; without a language they follow what the person reads. */
  leaflets: readonly { key: string; language: string | null }[];
  onClose: () => void;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Hands leaflets to somebody: to whom, which, how, and what they could say back. */
export function HandOutDialog(props: HandOutProps) {
  const library = useOffice("education.library", null);
  const status = useOffice("security.status", null);
  if (library.data && status.data) {
    return <Form {...props} library={library.data} status={status.data} />;
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || props.onClose()}
      title={words.title}
      closeLabel={generalWords.close}
    >
      {library.error ? (
        <Banner
          tone="late"
          title={words.failed}
          action={<Button onPress={() => dropTopics(["education"])}>{words.again}</Button>}
        >
          {library.error.message}
        </Banner>
      ) : (
        <Skeleton label={generalWords.loading} shape="form" count={4} />
      )}
    </Dialog>
  );
}

type FormProps = HandOutProps & { library: LibraryView; status: Status };

function Form({ library, status, ...props }: FormProps) {
  const { base, section, caseId, person, leaflets, onClose, go, tellDone } = props;
  const isPersonFixed = caseId === null && person !== null;
  const [titles] = useState(() => titlesOf(library.rows));
  const initial: GiveDraft = {
    person,
    personText: person?.label ?? "",
    case: caseId,
    leaflets: leaflets.map((one) => ({ ...one, teachBack: null })),
    way: null,
    at: null,
    note: "",
  };
  const draft = useDraft(`${base}#${section}`, words.draftTitle(person?.label ?? ""), initial);
  const give = useGive({ draft, titles, today: status.today, onClose, go, tellDone });
  return (
    <FormDialog
      title={isPersonFixed ? words.titleTo(person.label) : words.title}
      words={words}
      draft={draft}
      problem={give.problem}
      isPending={give.isPending}
      more={
        give.isOnPaper ? (
          <Button isDisabled={give.isPending} onPress={() => give.submit(true)}>
            {words.print}
          </Button>
        ) : null
      }
      onSubmit={() => give.submit(false)}
      onClose={onClose}
    >
      <GiveFields
        draft={draft}
        titles={titles}
        caseId={caseId}
        isPersonFixed={isPersonFixed}
        reads={give.reads}
        way={give.way}
        status={status}
      />
    </FormDialog>
  );
}

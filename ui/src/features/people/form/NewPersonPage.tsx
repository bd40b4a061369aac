import { useState } from "react";
import { Page } from "../../../design/layout/Page";
import { useAction } from "../../../ipc/cache";
import type { Id, PersonKind } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { peopleWords } from "../../../words/people";
import { blankPerson } from "./blank";
import { PersonForm } from "./PersonForm";

type NewPersonPageProps = {
  kind: PersonKind | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

const { form: words, similar } = peopleWords;

/** Adds somebody the office does not know yet. */
export function NewPersonPage({ kind, go, tellDone }: NewPersonPageProps) {
  const draft = useDraft("/people/new", words.draftNew, blankPerson(kind ?? "patient"));
  const add = useAction("people.add");
  const [isLeaving, setLeaving] = useState(false);
  const submit = () =>
    add.mutate(draft.body, {
      onSuccess: async ({ output, entry }) => {
        setLeaving(true);
        await draft.done();
        tellDone(words.added(output.name), entry);
        go(`/people/${output.id}`);
      },
    });
  const use = async (id: Id) => {
    await draft.done();
    tellDone(similar.used, null);
    go(`/people/${id}`);
  };
  return (
    <Page title={words.newTitle} width="form">
      <PersonForm
        draft={draft}
        problem={add.error}
        isPending={add.isPending || isLeaving}
        onSubmit={submit}
        onCancel={() => go("/people")}
        except={null}
        onOpen={(id) => go(`/people/${id}`)}
        onUse={(id) => void use(id)}
      />
    </Page>
  );
}

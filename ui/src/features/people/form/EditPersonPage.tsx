import { useState } from "react";
import { Page } from "../../../design/layout/Page";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { Id, PersonView } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { peopleWords } from "../../../words/people";
import { PersonForm } from "./PersonForm";

type EditPersonPageProps = {
  id: Id;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

const { form: words } = peopleWords;

/** Changes what the office knows about somebody; the journal keeps what stood there before. */
export function EditPersonPage({ id, go, tellDone }: EditPersonPageProps) {
  const person = useOffice("people.view", { id });
  if (person.error) throw person.error;
  if (!person.data) {
    return (
      <Page title="" width="form">
        <Skeleton label={words.loading} shape="form" />
      </Page>
    );
  }
  return <Editor key={id} view={person.data} go={go} tellDone={tellDone} />;
}

type EditorProps = Omit<EditPersonPageProps, "id"> & { view: PersonView };

function Editor({ view, go, tellDone }: EditorProps) {
  const { id } = view;
  const title = words.editTitle(view.name);
  const draft = useDraft(`/people/${id}/edit`, title, view.form);
  const change = useAction("people.change");
  const [isLeaving, setLeaving] = useState(false);
  const submit = () =>
    change.mutate(
      { id, form: draft.body },
      {
        onSuccess: async ({ output, entry }) => {
          setLeaving(true);
          await draft.done(output.form);
          tellDone(words.changed(output.name), entry);
          go(`/people/${id}`);
        },
      },
    );
  return (
    <Page title={title} width="form">
      <PersonForm
        draft={draft}
        problem={change.error}
        isPending={change.isPending || isLeaving}
        onSubmit={submit}
        onCancel={() => go(`/people/${id}`)}
        except={id}
        onOpen={(other) => go(`/people/${other}`)}
      />
    </Page>
  );
}

import { Button } from "../../../design/buttons/Button";
import { DraftBar, DraftKept } from "../../../design/forms/DraftNote";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Row, Stack } from "../../../design/layout/Stack";
import { Skeleton } from "../../../design/telling/Skeleton";
import type { PersonForm as Form, Id } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import type { DraftHold } from "../../../ipc/useDraft";
import { generalWords } from "../../../words/messages";
import { peopleWords } from "../../../words/people";
import { PersonFields } from "./PersonFields";
import { SimilarPeople } from "./SimilarPeople";

type PersonFormProps = {
  draft: DraftHold<Form>;
  problem: OfficeError | null;
  isPending: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  except: Id | null;
  onOpen: (id: Id) => void;
  onUse?: ((id: Id) => void) | undefined;
};

const { form: words } = peopleWords;

/** The form for a person, new or known. */
export function PersonForm(props: PersonFormProps) {
  const { draft, problem, isPending, onSubmit, onCancel, except, onOpen, onUse } = props;
  if (!draft.ready) return <Skeleton label={words.loading} shape="form" />;
  return (
    <Stack gap={6}>
      <DraftBar draft={draft} words={generalWords.draft} />
      <OfficeForm
        problem={problem}
        onSubmit={onSubmit}
        isPending={isPending}
        summaryTitle={words.problem}
        actions={
          <Row gap={3} align="center">
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              pendingLabel={words.saving}
            >
              {words.save}
            </Button>
            <Button onPress={onCancel}>{words.cancel}</Button>
            <DraftKept draft={draft} words={generalWords.draft} />
          </Row>
        }
      >
        <PersonFields
          editing={{ form: draft.body, set: draft.set }}
          problem={problem}
          similar={
            <SimilarPeople form={draft.body} except={except} onOpen={onOpen} onUse={onUse} />
          }
        />
      </OfficeForm>
    </Stack>
  );
}

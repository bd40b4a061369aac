import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { DraftBar, DraftKept } from "../../../design/forms/DraftNote";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Stack } from "../../../design/layout/Stack";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useAction } from "../../../ipc/cache";
import type { Moment } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { generalWords } from "../../../words/messages";
import type { Named } from "../person/newPerson";
import { CaseFields } from "./CaseFields";
import { type CaseChange, changed, formOf, newCase } from "./caseDraft";
import type { OpenCasePageProps } from "./OpenCasePage";

const words = casesWords.open;

type OpenCaseFormProps = Pick<OpenCasePageProps, "go" | "tellDone"> & {
  now: Moment;
  patient: Named | null;
};

export function OpenCaseForm({ now, patient, go, tellDone }: OpenCaseFormProps) {
  const [title, setTitle] = useState(patient?.label ?? "");
  const key = patient === null ? "/cases/new" : `/cases/new?patient=${patient.id}`;
  const draft = useDraft(key, words.draftTitle(title), newCase(now, patient));
  const open = useAction("cases.open");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const about = draft.body.patient.choice?.label ?? draft.body.patient.text;
  if (about !== title) setTitle(about);
  if (!draft.ready) return <Skeleton label={words.loading} shape="form" count={6} />;
  const set = (change: CaseChange) => draft.set((was) => changed(was, change));
  const submit = async () => {
    const form = formOf(draft.body);
    setMissing(form instanceof OfficeError ? form : null);
    open.reset();
    if (form instanceof OfficeError) return;
    const { output, entry } = await open.mutateAsync(form);
    await draft.done();
    tellDone(words.done(output.number), entry);
    go(`/cases/${output.id}`);
  };
  return (
    <Stack gap={4}>
      <DraftBar draft={draft} words={generalWords.draft} />
      <OfficeForm
        problem={missing ?? open.error}
        onSubmit={() => void submit().catch(() => undefined)}
        summaryTitle={words.problem}
        label={words.title}
        isPending={open.isPending}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              isPending={open.isPending}
              pendingLabel={words.submitting}
            >
              {words.submit}
            </Button>
            <DraftKept draft={draft} words={generalWords.draft} />
          </>
        }
      >
        <CaseFields draft={draft.body} set={set} />
      </OfficeForm>
    </Stack>
  );
}

import { RadioGroup } from "../../../design/choices/RadioGroup";
import { Select } from "../../../design/choices/Select";
import { TextArea } from "../../../design/fields/TextArea";
import { TextField } from "../../../design/fields/TextField";
import { FormDialog } from "../../../design/forms/FormDialog";
import { useAction } from "../../../ipc/cache";
import type { CaseIssue } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { casesWords } from "../../../words/cases";
import { choices, labels } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { limits } from "../limits";
import type { CaseDialogProps } from "./CaseDialogs";

const words = casesWords.issues;

/** Names one more thing complained of or asked in the case. */
export function AddIssueDialog({ view, onClose, tellDone }: CaseDialogProps) {
  const draft = useDraft(`/cases/${view.id}#issue`, words.draftTitle(view.number), { about: "" });
  const add = useAction("cases.add_issue");
  const submit = async () => {
    const { entry } = await add.mutateAsync({ case: view.id, about: draft.body.about });
    await draft.done();
    tellDone(words.added, entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.dialogAdd}
      words={{ ...words, submit: words.submitAdd }}
      draft={draft}
      problem={add.error}
      isPending={add.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <AboutField value={draft.body.about} onChange={(about) => draft.set({ about })} />
    </FormDialog>
  );
}

/** Says where an issue stands, and what was decided about it. */
export function ChangeIssueDialog({
  view,
  issue,
  onClose,
  tellDone,
}: CaseDialogProps & { issue: CaseIssue }) {
  const key = `/cases/${view.id}#issue-${issue.id}`;
  const { id: _, ...initial } = issue;
  const draft = useDraft(key, words.draftTitle(view.number), initial);
  const change = useAction("cases.change_issue");
  const body = draft.body;
  const set = (by: Partial<typeof body>) => draft.set((was) => ({ ...was, ...by }));
  const isDecided = body.state === "decided";
  const submit = async () => {
    const outcome = isDecided ? body.outcome : null;
    const { entry } = await change.mutateAsync({ ...body, id: issue.id, outcome });
    await draft.done();
    tellDone(words.changed, entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.dialogChange}
      words={{ ...words, submit: words.submitChange }}
      draft={draft}
      problem={change.error}
      isPending={change.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <AboutField value={body.about} onChange={(about) => set({ about })} />
      <RadioGroup
        label={words.state}
        name="state"
        options={choices(labels.issueState)}
        value={body.state}
        onChange={(state) => set({ state })}
        layout="row"
      />
      {isDecided ? (
        <Select
          label={words.outcome}
          name="outcome"
          options={choices(labels.outcome)}
          value={body.outcome}
          onChange={(outcome) => set({ outcome })}
          placeholder={words.outcomePlaceholder}
          width="half"
        />
      ) : null}
      <TextArea
        label={words.finding}
        hint={words.findingHint}
        name="finding"
        value={body.finding ?? ""}
        onChange={(finding) => set({ finding: finding === "" ? null : finding })}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

function AboutField({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  return (
    <TextField
      label={words.about}
      hint={words.aboutHint}
      name="about"
      value={value}
      onChange={onChange}
      limit={limits.line}
      limitWords={generalWords.characters.room}
      autoFocus
    />
  );
}

import { useState } from "react";
import { CheckBox } from "../../../design/choices/CheckBox";
import { DatePicker } from "../../../design/dates/DatePicker";
import { FieldGroup } from "../../../design/fields/Field";
import { TextField } from "../../../design/fields/TextField";
import { FormDialog } from "../../../design/forms/FormDialog";
import { Stack } from "../../../design/layout/Stack";
import { useAction } from "../../../ipc/cache";
import type { ClockView, ExtensionRule } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { useDraft } from "../../../ipc/useDraft";
import { clockFormsWords } from "../../../words/clockForms";
import { generalWords } from "../../../words/messages";
import { useFormat } from "../../../words/shown/useFormat";
import { limits } from "../limits";
import type { ClockDialogProps } from "../panel/ClockDialogs";
import { ExtensionChange } from "./ExtensionChange";
import { type Extending, extensionOf, nothingSaid, ticked } from "./extending";
import { NoticeField } from "./NoticeField";

const words = clockFormsWords.extend;

type ExtendDialogProps = ClockDialogProps & { clock: ClockView; extension: ExtensionRule };

/** Makes a clock longer by its notice; without the notice there is no extension. */
export function ExtendDialog({ clock, extension, caseId, ...rest }: ExtendDialogProps) {
  const { onClose, go, tellDone } = rest;
  const format = useFormat();
  const key = `/cases/${caseId}#extend-${clock.id}`;
  const draft = useDraft(key, words.draftTitle(clock.name), nothingSaid);
  const extend = useAction("clocks.extend");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const body = draft.body;
  const set = (by: Partial<Extending>) => draft.set((was) => ({ ...was, ...by }));
  const submit = async () => {
    const asked = extensionOf(clock.id, body);
    setMissing(asked instanceof OfficeError ? asked : null);
    extend.reset();
    if (asked instanceof OfficeError) return;
    const { output, entry } = await extend.mutateAsync(asked);
    await draft.done();
    const due = output.clocks.find(({ id }) => id === clock.id)?.due;
    tellDone(
      due === undefined ? words.doneBare(clock.name) : words.done(clock.name, format.day(due)),
      entry,
    );
    onClose();
  };
  const isPromise = clock.binds === "ours" && clock.sense === "deadline";
  return (
    <FormDialog
      title={words.title(clock.name)}
      lead={words.lead(clock.citation, format.day(clock.due))}
      words={words}
      draft={draft}
      problem={missing ?? extend.error}
      isPending={extend.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <NoticeField
        caseId={caseId}
        onLog={() => go(`/cases/${caseId}#contact`)}
        value={body.contact}
        onChange={(contact) => set({ contact })}
      />
      <Says elements={extension.elements} says={body.says} onChange={(says) => set({ says })} />
      <DatePicker
        label={words.to}
        hint={toHint(extension, isPromise)}
        name="to"
        value={body.to}
        onChange={(to) => set({ to })}
        optional={extension.needsDate ? undefined : generalWords.optional}
        width="half"
      />
      <ExtensionChange clock={clock} extension={extension} to={body.to} />
      <TextField
        label={words.reason}
        name="reason"
        value={body.reason}
        onChange={(reason) => set({ reason })}
        limit={limits.line}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

/** What the date may be, and what else becomes of it. */
function toHint({ length }: ExtensionRule, isPromise: boolean): string {
  const most = length === null ? words.toHint : words.toMost(length);
  return isPromise ? `${most} ${words.promise}` : most;
}

type SaysProps = {
  elements: readonly string[];
  says: readonly string[];
  onChange: (says: string[]) => void;
};

function Says({ elements, says, onChange }: SaysProps) {
  if (elements.length === 0) return null;
  return (
    <FieldGroup legend={words.says} name="says">
      <Stack gap={1}>
        {elements.map((element) => (
          <CheckBox
            key={element}
            label={element}
            isSelected={says.includes(element)}
            onChange={(isOn) => onChange(ticked(elements, says, element, isOn))}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}

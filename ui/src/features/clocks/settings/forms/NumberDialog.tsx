import { useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { RadioGroup } from "../../../../design/choices/RadioGroup";
import { NumberField } from "../../../../design/fields/NumberField";
import { TextField } from "../../../../design/fields/TextField";
import type { NumberView } from "../../../../ipc/contract";
import type { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { generalWords } from "../../../../words/messages";
import { rulesWords } from "../../../../words/rules/rules";
import {
  type CountedIn,
  countedIn,
  isMissing,
  kindsFor,
  lengthCode,
  lengthWords,
  numberChoice,
  shippedChoice,
} from "../choices";
import { FormDialog, type FormProps, missing } from "./FormDialog";

const words = rulesWords.number;
const POLICY_LIMIT = 500;
const MOST = 3_660;

type Body = { many: number | null; kind: CountedIn; policy: string };

/** A number where there was none starts clocks; another number moves those that run. */
function effectOf(number: NumberView, code: string) {
  const { length } = number;
  if (isMissing(number)) return "starts" as const;
  return code === length.code ? ("none" as const) : ("moves" as const);
}

/** The office's own number for one rule, and where its policy says so. */
export function NumberDialog({ number, ...props }: FormProps & { number: NumberView }) {
  const { settling, onClose } = props;
  const { rule, name, task, length, shipped, businessDay } = number;
  const initial: Body = {
    many: isMissing(number) ? null : length.count,
    kind: countedIn(length),
    policy: number.policy ?? "",
  };
  const key = `/settings/rules#number-${rule}`;
  const draft = useDraft(key, words.draftTitle(name), initial);
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const { many, kind, policy } = draft.body;
  const set = (change: Partial<Body>) => draft.set((was) => ({ ...was, ...change }));
  const saved = {
    onSaved: async () => {
      await draft.done();
      onClose();
    },
    onProblem: setProblem,
  };
  const submit = () => {
    if (many === null) return setProblem(missing("value", words.missing));
    const code = lengthCode(many, kind);
    const view = { code, count: many, unit: length.unit, business: kind === "business" };
    settling.settle({
      choices: [numberChoice(rule, code, policy)],
      effect: effectOf(number, code),
      done: rulesWords.numbers.done(name, lengthWords(view, businessDay)),
      ...saved,
    });
  };
  const asItCame = lengthWords(shipped, businessDay);
  const reset = () =>
    settling.settle({
      choices: [shippedChoice(rule)],
      effect: effectOf(number, shipped.code),
      done: words.resetDone(name, asItCame),
      ...saved,
    });
  return (
    <FormDialog
      {...props}
      title={words.title(name)}
      lead={words.lead(task)}
      words={words}
      draft={draft}
      problem={problem}
      onSubmit={submit}
      more={
        number.confirmed && !number.noDefault ? (
          <Button isDisabled={settling.isPending} onPress={reset}>
            {words.reset(asItCame)}
          </Button>
        ) : null
      }
    >
      <NumberField
        label={words.many}
        name="value"
        value={many}
        onChange={(next) => set({ many: next })}
        min={1}
        max={MOST}
        width="short"
      />
      <RadioGroup
        label={words.days}
        name="days"
        hint={words.daysHint(businessDay)}
        options={kindsFor(number).map((id) => ({ id, label: kindLabel(id, businessDay) }))}
        value={kind}
        onChange={(next) => set({ kind: next })}
        layout="row"
      />
      <TextField
        label={words.policy}
        name="policy"
        hint={words.policyHint}
        optional={generalWords.optional}
        value={policy}
        onChange={(next) => set({ policy: next })}
        limit={POLICY_LIMIT}
        limitWords={generalWords.characters.room}
      />
    </FormDialog>
  );
}

function kindLabel(kind: CountedIn, businessDay: string): string {
  if (kind === "month") return words.months;
  return kind === "business" ? words.businessDays(businessDay) : words.calendarDays;
}

import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { RadioGroup } from "../../../design/choices/RadioGroup";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import type { QuestionView } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { advisorWords } from "../../../words/rules/advisor";

const words = advisorWords.ask;

type QuestionStepProps = {
  question: QuestionView;
  /** What was answered before, when it is asked again. */
  chosen: string | null;
  /** While the office still reads the answer before. */
  isWaiting: boolean;
  onAnswer: (code: string) => void;
  backLabel: string;
  onBack: (() => void) | null;
};

/** One fact, as a group of radio buttons. The focus comes to it, so that arrows and Enter do. */
export function QuestionStep(props: QuestionStepProps) {
  const { question, chosen, isWaiting, onAnswer, backLabel, onBack } = props;
  const [picked, setPicked] = useState(chosen);
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const radios = [...(place.current?.querySelectorAll<HTMLInputElement>("[type=radio]") ?? [])];
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
  }, []);
  const submit = () => {
    if (isWaiting) return;
    setProblem(picked === null ? lacking(question.id) : null);
    if (picked !== null) onAnswer(picked);
  };
  return (
    <div ref={place}>
      <OfficeForm
        problem={problem}
        onSubmit={submit}
        summaryTitle={words.problem}
        label={question.asks}
        actions={
          <>
            <Button type="submit" variant="primary">
              {words.next}
            </Button>
            {onBack === null ? null : <Button onPress={onBack}>{backLabel}</Button>}
          </>
        }
      >
        <RadioGroup
          label={question.asks}
          name={question.id}
          hint={question.help ?? undefined}
          options={question.options.map(({ code, label, hint }) => ({
            id: code,
            label,
            ...(hint === null ? {} : { hint }),
          }))}
          value={picked}
          onChange={setPicked}
        />
      </OfficeForm>
    </div>
  );
}

function lacking(field: string): OfficeError {
  return new OfficeError({
    kind: "invalid",
    message: words.choose,
    fields: [{ field, message: words.choose }],
  });
}

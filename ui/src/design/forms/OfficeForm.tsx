import { type FormEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { Form } from "react-aria-components";
import { given } from "../given";
import { ErrorSummary, type FieldProblem } from "./ErrorSummary";
import { focusField } from "./focusField";
import styles from "./OfficeForm.module.css";
import { byField, FieldProblems } from "./problems";

/** What the office said was wrong; an OfficeError fits. */
export type FormProblem = { message: string; fields: readonly FieldProblem[] };

export type OfficeFormProps = {
  problem: FormProblem | null;
  onSubmit: () => void;
  summaryTitle: string;
  /** Names the form for those who listen, where no heading does. */
  label?: string | undefined;
  children: ReactNode;
  actions?: ReactNode;
  isPending?: boolean | undefined;
};

/** One column; the office is the only judge of what is right, and each of its words finds its field. */
export function OfficeForm(props: OfficeFormProps) {
  const { problem, onSubmit, summaryTitle, label, children, actions, isPending = false } = props;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const problems = useMemo(() => byField(problem?.fields ?? []), [problem]);

  useEffect(() => {
    if (problem !== null) summary.current?.focus();
  }, [problem]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!isPending) onSubmit();
  };

  return (
    <Form
      ref={form}
      className={styles.form ?? ""}
      validationBehavior="aria"
      onSubmit={submit}
      aria-busy={isPending}
      {...given({ "aria-label": label })}
    >
      {problem === null ? null : (
        <ErrorSummary
          ref={summary}
          title={summaryTitle}
          message={problem.fields.length === 0 ? problem.message : undefined}
          errors={problem.fields}
          onPick={(field) => focusField(form.current, field)}
        />
      )}
      <FieldProblems value={problems}>{children}</FieldProblems>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </Form>
  );
}

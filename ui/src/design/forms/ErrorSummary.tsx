import { type RefObject, useId } from "react";
import styles from "./ErrorSummary.module.css";

export type FieldProblem = { field: string; message: string };

export type ErrorSummaryProps = {
  title: string;
  /** Words that belong to no one field. */
  message?: string | undefined;
  errors: readonly FieldProblem[];
  /** Brings the person to the field. */
  onPick?: ((field: string) => void) | undefined;
  ref?: RefObject<HTMLDivElement | null> | undefined;
};

/** At the top of a form: what is wrong, each line leading to its field. */
export function ErrorSummary({ title, message, errors, onPick, ref }: ErrorSummaryProps) {
  const id = useId();
  return (
    <div ref={ref} className={styles.summary} role="alert" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {message ? <p>{message}</p> : null}
      {errors.length > 0 ? (
        <ul className={styles.list}>
          {errors.map((error) => (
            <li key={`${error.field} ${error.message}`}>
              <a
                className={styles.link}
                href={`#${error.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  onPick?.(error.field);
                }}
              >
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

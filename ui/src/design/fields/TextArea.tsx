import type { CSSProperties, KeyboardEvent } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { classes, given } from "../given";
import { Counter, type Limited } from "./Counter";
import box from "./control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "./Field";
import { TEXT, usePaste } from "./paste";
import { isOverLimit } from "./room";
import styles from "./TextArea.module.css";

export type TextAreaProps = FieldProps &
  Limited & {
    value: string;
    onChange: (value: string) => void;
    /** The lines it starts with; it grows with what is written. */
    rows?: number | undefined;
    /** Where it stops growing and scrolls. */
    maxRows?: number | undefined;
    placeholder?: string | undefined;
    /** Without a box of its own, inside one that already stands there. */
    plain?: boolean | undefined;
    autoFocus?: boolean | undefined;
    onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  };

export function TextArea(props: TextAreaProps) {
  const field = useAriaField(props);
  const { value, onChange, rows = 3, maxRows = 24, placeholder, plain = false } = props;
  const { limit, limitWords, onKeyDown, autoFocus } = props;
  const { refused, onPaste } = usePaste(limit ?? TEXT);
  const isOver = isOverLimit(value, limit);
  return (
    <AriaTextField
      {...field}
      value={value}
      onChange={onChange}
      {...given({ autoFocus, isInvalid: isOver || field.isInvalid })}
    >
      <FieldParts {...props}>
        <div
          className={classes(styles.grow, plain ? styles.plain : box.box)}
          data-invalid={isOver || undefined}
          style={{ "--rows": rows, "--max-rows": maxRows } as CSSProperties}
        >
          {/* The same words, unseen, give the box its height: field-sizing is missing in WebKitGTK. */}
          <div className={styles.twin} aria-hidden="true">
            {`${value}\n`}
          </div>
          <AriaTextArea
            className={classes(styles.text, box.bare)}
            rows={rows}
            onPaste={onPaste}
            {...given({ placeholder, onKeyDown })}
          />
        </div>
      </FieldParts>
      <Counter value={value} limit={limit} limitWords={limitWords} refused={refused} />
    </AriaTextField>
  );
}

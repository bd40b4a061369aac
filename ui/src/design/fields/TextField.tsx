import { TextField as AriaTextField, Input } from "react-aria-components";
import { classes, given } from "../given";
import { Counter, type Limited } from "./Counter";
import box from "./control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "./Field";
import { LINE, usePaste } from "./paste";

export type TextFieldProps = FieldProps &
  Limited & {
    value: string;
    onChange: (value: string) => void;
    type?: "text" | "email" | "tel" | "url" | "search" | undefined;
    placeholder?: string | undefined;
    autoComplete?: string | undefined;
    autoFocus?: boolean | undefined;
    spellCheck?: boolean | undefined;
    /** Enter, where the field stands in no form. */
    onSubmit?: (() => void) | undefined;
  };

export function TextField(props: TextFieldProps) {
  const field = useAriaField(props);
  const { value, onChange, type = "text", placeholder, autoComplete, autoFocus } = props;
  const { limit, limitWords, onSubmit, spellCheck } = props;
  const { refused, onPaste } = usePaste(limit ?? LINE);
  return (
    <AriaTextField
      {...field}
      value={value}
      onChange={onChange}
      type={type}
      {...given({ autoComplete, autoFocus, spellCheck: spellCheck?.toString() })}
    >
      <FieldParts {...props}>
        <Input
          className={classes(box.box, box.pad)}
          {...given({ placeholder })}
          onPaste={onPaste}
          onKeyDown={(event) => {
            if (event.key === "Enter" && onSubmit) onSubmit();
          }}
        />
      </FieldParts>
      <Counter value={value} limit={limit} limitWords={limitWords} refused={refused} />
    </AriaTextField>
  );
}

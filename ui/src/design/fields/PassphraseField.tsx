import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { TextField as AriaTextField, Group, Input, ToggleButton } from "react-aria-components";
import { classes, given } from "../given";
import box from "./control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "./Field";
import styles from "./PassphraseField.module.css";

export type PassphraseFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** "Show passphrase". */
  showLabel: string;
  /** "Hide passphrase". */
  hideLabelText: string;
  autoComplete?: "current-password" | "new-password" | undefined;
  autoFocus?: boolean | undefined;
};

/** Paste and password managers work here; nothing is asked to be typed twice from memory. */
export function PassphraseField(props: PassphraseFieldProps) {
  const field = useAriaField(props);
  const { value, onChange, showLabel, hideLabelText, autoFocus } = props;
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <AriaTextField
      {...field}
      value={value}
      onChange={onChange}
      type={isShown ? "text" : "password"}
      autoComplete={props.autoComplete ?? "current-password"}
      autoCorrect="off"
      spellCheck="false"
      {...given({ autoFocus })}
    >
      <FieldParts {...props}>
        <Group className={classes(box.box)}>
          <Input className={classes(box.bare, styles.input)} autoCapitalize="off" />
          <ToggleButton
            className={classes(box.side)}
            isSelected={isShown}
            onChange={setShown}
            aria-label={isShown ? hideLabelText : showLabel}
          >
            <Icon className={box.icon} strokeWidth={1.75} aria-hidden />
          </ToggleButton>
        </Group>
      </FieldParts>
    </AriaTextField>
  );
}

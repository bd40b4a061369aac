import { Search, X } from "lucide-react";
import { SearchField as AriaSearchField, Button, Group, Input } from "react-aria-components";
import { classes, given } from "../given";
import { Kbd } from "../marks/Kbd";
import { Counter } from "./Counter";
import box from "./control.module.css";
import { fieldClass } from "./Field";
import { LINE, usePaste } from "./paste";
import styles from "./SearchField.module.css";

export type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** The shortcut that brings a person here, shown while the field is empty. */
  keys?: string | undefined;
  onSubmit?: ((value: string) => void) | undefined;
  autoFocus?: boolean | undefined;
  width?: "full" | "half" | "short" | undefined;
};

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, placeholder, keys, onSubmit, autoFocus, width } = props;
  const { refused, onPaste } = usePaste(LINE);
  return (
    <AriaSearchField
      className={fieldClass(width)}
      aria-label={label}
      value={value}
      onChange={onChange}
      {...given({ onSubmit, autoFocus })}
    >
      <Group className={classes(box.box)}>
        <Search className={styles.glass} strokeWidth={1.75} aria-hidden />
        <Input
          className={classes(box.bare, styles.input)}
          onPaste={onPaste}
          {...given({ placeholder })}
        />
        {value === "" && keys ? (
          <span className={styles.keys} aria-hidden="true">
            <Kbd keys={keys} />
          </span>
        ) : null}
        {value === "" ? null : (
          <Button className={classes(box.side)}>
            <X className={box.icon} strokeWidth={1.75} aria-hidden />
          </Button>
        )}
      </Group>
      <Counter value={value} refused={refused} />
    </AriaSearchField>
  );
}

export type SearchButtonProps = {
  /** What it reads, as a field's placeholder would: "Search cases, people, letters". */
  children: string;
  keys?: string | undefined;
  onPress: () => void;
};

/** Looks like the field it opens: the top bar's search, which is the palette. */
export function SearchButton({ children, keys, onPress }: SearchButtonProps) {
  return (
    <Button className={classes(box.box, styles.opener)} onPress={onPress}>
      <Search className={styles.glass} strokeWidth={1.75} aria-hidden />
      <span className={styles.words}>{children}</span>
      {keys ? (
        <span className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      ) : null}
    </Button>
  );
}

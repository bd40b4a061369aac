import { Search, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Button } from "react-aria-components";
import { generalWords } from "../../words/messages";
import { classes } from "../given";
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

/** The browser's own field: Enter sends, Escape empties. It stands over every list and must be there with it. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, placeholder, keys, onSubmit, autoFocus, width } = props;
  const { refused, onPaste } = usePaste(LINE);
  const input = useRef<HTMLInputElement>(null);
  const empty = () => {
    onChange("");
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Letters that are still being put together take these keys themselves.
    if (event.nativeEvent.isComposing) return;
    const isSent = event.key === "Enter" && onSubmit !== undefined;
    const isEmptied = event.key === "Escape" && value !== "";
    if (!isSent && !isEmptied) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSent) onSubmit(value);
    else onChange("");
  };
  return (
    <div className={fieldClass(width)}>
      <div className={classes(box.box, styles.field)}>
        <Search className={styles.glass} strokeWidth={1.75} aria-hidden />
        <input
          ref={input}
          type="search"
          className={classes(box.bare, styles.input)}
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          placeholder={placeholder}
          // biome-ignore lint/a11y/noAutofocus: only where a person asked for the field.
          autoFocus={autoFocus ?? false}
        />
        {value === "" && keys ? (
          <span className={styles.keys} aria-hidden="true">
            <Kbd keys={keys} />
          </span>
        ) : null}
        {value === "" ? null : (
          <Button
            className={classes(box.side)}
            aria-label={generalWords.clearSearch}
            excludeFromTabOrder
            preventFocusOnPress
            onPress={empty}
          >
            <X className={box.icon} strokeWidth={1.75} aria-hidden />
          </Button>
        )}
      </div>
      <Counter value={value} refused={refused} />
    </div>
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

import { ChevronsUpDown, Plus } from "lucide-react";
import { useState } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  Collection,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { Counter } from "../fields/Counter";
import box from "../fields/control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { LINE, usePaste } from "../fields/paste";
import { classes, given } from "../given";
import menu from "../overlays/Menu.module.css";
import { Option } from "./Option";

export type ComboChoice = { id: string; label: string; detail?: string | undefined };

export type ComboBoxProps = FieldProps & {
  value: ComboChoice | null;
  onChange: (choice: ComboChoice | null) => void;
  /** What stands in the box; the caller searches with it. */
  text: string;
  onTextChange: (text: string) => void;
  options: readonly ComboChoice[];
  isLoading?: boolean | undefined;
  loadingText: string;
  emptyText: string;
  placeholder?: string | undefined;
  /** "Add “Ruth Abara”", offered under the results. */
  addLabel?: ((text: string) => string) | undefined;
  onAdd?: ((text: string) => void) | undefined;
  /** Text that matches nothing may stay. */
  allowsText?: boolean | undefined;
  /** What is picked is kept elsewhere; the box is closed and empty for the next one. */
  isCollecting?: boolean | undefined;
  autoFocus?: boolean | undefined;
};

const ADD = "add what is typed";

export function ComboBox(props: ComboBoxProps) {
  const field = useAriaField(props);
  const { refused, onPaste } = usePaste(LINE);
  const { value, text, options, isLoading = false, placeholder, addLabel, autoFocus } = props;
  const { onChange, onTextChange, onAdd, allowsText = false } = props;
  const collected = useCollected(props);
  const canAdd = addLabel !== undefined && text.trim() !== "" && !isLoading;

  const onPick = (key: string | number | null): void => {
    if (key === ADD) {
      onAdd?.(text.trim());
      return;
    }
    if (key === null) {
      if (allowsText) keepText(props);
      else onTextChange("");
      return;
    }
    const picked = options.find(({ id }) => id === key) ?? value;
    if (picked === null) return;
    if (picked.id !== value?.id) onChange(picked);
    collected.set(picked.id);
    onTextChange(props.isCollecting ? "" : picked.label);
  };
  const onType = (typed: string): void => {
    onTextChange(typed);
    collected.set(null);
    const isAnother = typed === "" || (allowsText && typed !== value?.label);
    if (value !== null && isAnother) onChange(null);
  };

  return (
    <AriaComboBox
      {...field}
      items={options}
      value={value?.id ?? collected.id}
      onChange={onPick}
      inputValue={text}
      onInputChange={onType}
      allowsCustomValue={allowsText}
      allowsEmptyCollection
      {...given({ autoFocus })}
    >
      <FieldParts {...props}>
        <Group className={classes(box.box)}>
          <Input className={classes(box.bare)} onPaste={onPaste} {...given({ placeholder })} />
          <Button className={classes(box.side)}>
            <ChevronsUpDown className={box.icon} strokeWidth={1.75} aria-hidden />
          </Button>
        </Group>
      </FieldParts>
      <Counter value={text} refused={refused} />
      <Popover className={classes(menu.popover)} offset={4}>
        <ListBox
          className={classes(menu.menu)}
          renderEmptyState={() => (
            <p className={menu.quietRow}>{isLoading ? props.loadingText : props.emptyText}</p>
          )}
        >
          <Collection items={options}>
            {({ id, label, detail }) => <Option option={{ id, label, hint: detail }} />}
          </Collection>
          {canAdd ? <AddRow words={addLabel(text.trim())} /> : null}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/**
 * What was collected last: the list closes because the box has another value. One that is offered
 * again, because it was taken out elsewhere, can be picked again.
 */
function useCollected({ isCollecting = false, options }: ComboBoxProps) {
  const [last, set] = useState<string | null>(null);
  const isOffered = options.some(({ id }) => id === last);
  return { id: isCollecting && !isOffered ? last : null, set };
}

/** Leaving the box with free text: what was picked is let go only when the text says otherwise. */
function keepText({ value, text, onChange }: ComboBoxProps): void {
  if (value !== null && value.label !== text) onChange(null);
}

function AddRow({ words }: { words: string }) {
  return (
    <ListBoxItem id={ADD} textValue={words} className={classes(menu.entry)}>
      <Plus className={menu.icon} strokeWidth={1.75} aria-hidden />
      {words}
    </ListBoxItem>
  );
}

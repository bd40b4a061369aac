import { ChevronsUpDown } from "lucide-react";
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from "react-aria-components";
import box from "../fields/control.module.css";
import { FieldParts, type FieldProps, useAriaField } from "../fields/Field";
import { classes } from "../given";
import menu from "../overlays/Menu.module.css";
import { Option, type OptionEntry } from "./Option";
import styles from "./Select.module.css";

export type SelectProps<T extends string> = Omit<FieldProps, "isReadOnly"> & {
  options: readonly OptionEntry<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder: string;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { options, value, onChange, placeholder } = props;
  const { isReadOnly: _, ...field } = useAriaField(props);
  return (
    <AriaSelect
      {...field}
      value={value}
      onChange={(key) => {
        const picked = options.find(({ id }) => id === key);
        if (picked) onChange(picked.id);
      }}
      placeholder={placeholder}
    >
      {({ isInvalid }) => (
        <>
          <FieldParts {...props}>
            <Button
              className={classes(box.box, styles.button)}
              data-invalid={isInvalid || undefined}
            >
              <SelectValue className={classes(styles.value)}>
                {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
              </SelectValue>
              <ChevronsUpDown className={styles.arrow} strokeWidth={1.75} aria-hidden />
            </Button>
          </FieldParts>
          <Popover className={classes(menu.popover)} offset={4}>
            <ListBox className={classes(menu.menu)} items={options}>
              {(option) => <Option option={option} />}
            </ListBox>
          </Popover>
        </>
      )}
    </AriaSelect>
  );
}

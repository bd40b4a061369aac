import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { classes } from "../given";
import styles from "./Segmented.module.css";

export type SegmentedProps<T extends string> = {
  label: string;
  options: readonly { id: T; label: string; icon?: LucideIcon | undefined }[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean | undefined;
};

/** One of a few, all in sight: Call, Visit, Letter. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChange, isDisabled = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group)}
      selectedKeys={[value]}
      onSelectionChange={(picked) => {
        const option = options.find(({ id }) => picked.has(id));
        if (option) onChange(option.id);
      }}
      disallowEmptySelection
      isDisabled={isDisabled}
    >
      {options.map(({ id, label: words, icon: Icon }) => (
        <ToggleButton key={id} id={id} className={classes(styles.segment)}>
          {Icon ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import type { LucideIcon } from "lucide-react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classes } from "../given";
import { Tooltip } from "../overlays/Tooltip";
import styles from "./IconButton.module.css";

export type IconButtonProps = Omit<
  AriaButtonProps,
  "children" | "className" | "style" | "aria-label"
> & {
  /** An icon is never alone without a name: read aloud, and shown on hover and focus. */
  label: string;
  icon: LucideIcon;
  keys?: string | undefined;
  size?: 16 | 20 | undefined;
  isSelected?: boolean | undefined;
};

export function IconButton({
  label,
  icon: Icon,
  keys,
  size = 16,
  isSelected,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip words={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isSelected === undefined ? {} : { "aria-pressed": isSelected })}
        className={classes(styles.button, isSelected && styles.selected)}
      >
        <Icon
          className={size === 20 ? styles.large : styles.small}
          strokeWidth={1.75}
          aria-hidden
        />
      </AriaButton>
    </Tooltip>
  );
}

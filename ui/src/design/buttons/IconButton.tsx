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
  /**
   * Off where Esc must reach what stands around the button: a tooltip that is open takes it.
   * The name is then shown by the browser, on hover only.
   */
  hasTooltip?: boolean | undefined;
};

export function IconButton({
  label,
  icon: Icon,
  keys,
  size = 16,
  isSelected,
  hasTooltip = true,
  ...rest
}: IconButtonProps) {
  const icon = (
    <Icon className={size === 20 ? styles.large : styles.small} strokeWidth={1.75} aria-hidden />
  );
  const button = (
    <AriaButton
      {...rest}
      aria-label={label}
      {...(isSelected === undefined ? {} : { "aria-pressed": isSelected })}
      className={classes(styles.button, isSelected && styles.selected)}
    >
      {hasTooltip ? (
        icon
      ) : (
        <span className={styles.named} title={label}>
          {icon}
        </span>
      )}
    </AriaButton>
  );
  if (!hasTooltip) return button;
  return (
    <Tooltip words={label} keys={keys}>
      {button}
    </Tooltip>
  );
}

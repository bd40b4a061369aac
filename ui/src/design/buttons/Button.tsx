import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classes } from "../given";
import styles from "./Button.module.css";

export type ButtonVariant = "primary" | "quiet" | "danger" | "link";

export type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "style"> & {
  variant?: ButtonVariant | undefined;
  size?: "normal" | "small" | undefined;
  icon?: LucideIcon | undefined;
  /** What the button reads while it works; without it the words stay. */
  pendingLabel?: string | undefined;
  /** Fills the width of what it stands in. */
  isWide?: boolean | undefined;
  children: ReactNode;
};

export function Button({
  variant = "quiet",
  size = "normal",
  icon: Icon,
  pendingLabel,
  isWide = false,
  children,
  ...rest
}: ButtonProps) {
  const isPending = rest.isPending ?? false;
  return (
    <AriaButton
      {...rest}
      className={classes(styles.button, styles[variant], styles[size], isWide && styles.wide)}
    >
      {isPending ? <span className={styles.working} aria-hidden="true" /> : null}
      {Icon && !isPending ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
      {isPending && pendingLabel ? pendingLabel : children}
    </AriaButton>
  );
}

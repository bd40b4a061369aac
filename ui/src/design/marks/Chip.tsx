import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Chip.module.css";

export type ChipTone = "plain" | "accent" | "late" | "soon" | "met" | "promise";

export type ChipProps = {
  tone?: ChipTone | undefined;
  icon?: LucideIcon | undefined;
  children: ReactNode;
};

/** A quiet mark beside words: "Referral 1 of 2". Dates have their own, DueChip. */
export function Chip({ tone = "plain", icon: Icon, children }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {Icon ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
      {children}
    </span>
  );
}

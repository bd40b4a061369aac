import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Badge.module.css";

export type BadgeProps = { tone?: "plain" | "soon" | undefined; children: ReactNode };

/** Says what something is: "unverified default", "sample office". */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>;
}

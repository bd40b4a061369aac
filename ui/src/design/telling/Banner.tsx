import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Banner.module.css";

export type BannerTone = "plain" | "soon" | "late" | "met" | "accent";

export type BannerProps = {
  tone?: BannerTone | undefined;
  title?: string | undefined;
  children: ReactNode;
  action?: ReactNode;
  /** Read aloud when it appears while the person is at work. */
  live?: boolean | undefined;
};

const ICONS: Record<BannerTone, LucideIcon> = {
  plain: Info,
  accent: Info,
  soon: CircleAlert,
  late: TriangleAlert,
  met: CircleCheck,
};

export function Banner({ tone = "plain", title, children, action, live = false }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes(styles.banner, styles[tone])} role={live ? "status" : undefined}>
      <Icon className={styles.icon} strokeWidth={1.75} aria-hidden />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        <div>{children}</div>
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Card.module.css";

export type CardProps = {
  tone?: "surface" | "sunken" | undefined;
  as?: "div" | "section" | "article" | undefined;
  /** Names a section or article for those who listen. */
  label?: string | undefined;
  children: ReactNode;
};

export function Card({ tone = "surface", as: Element = "div", label, children }: CardProps) {
  return (
    <Element className={classes(styles.card, styles[tone])} aria-label={label}>
      {children}
    </Element>
  );
}

import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Stack.module.css";

type Gap = 1 | 2 | 3 | 4 | 6 | 8;

export type StackProps = {
  gap?: Gap | undefined;
  as?: "div" | "section" | "ul" | "ol" | undefined;
  children: ReactNode;
};

/** One under another. */
export function Stack({ gap = 4, as: Element = "div", children }: StackProps) {
  return <Element className={classes(styles.stack, styles[`gap${gap}`])}>{children}</Element>;
}

export type RowProps = {
  gap?: Gap | undefined;
  align?: "start" | "center" | "baseline" | "end" | undefined;
  justify?: "start" | "between" | "end" | undefined;
  wrap?: boolean | undefined;
  children: ReactNode;
};

/** Side by side, wrapping when there is no room. */
export function Row(props: RowProps) {
  const { gap = 3, align = "center", justify = "start", wrap = true, children } = props;
  const names = [
    styles.row,
    styles[`gap${gap}`],
    styles[camel("align", align)],
    styles[camel("justify", justify)],
    wrap && styles.wrap,
  ];
  return <div className={classes(...names)}>{children}</div>;
}

function camel(what: string, value: string): string {
  return `${what}${value.charAt(0).toUpperCase()}${value.slice(1)}`;
}

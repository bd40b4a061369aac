import { Link as AriaLink, type LinkProps as AriaLinkProps } from "react-aria-components";
import { classes } from "../given";
import styles from "./Link.module.css";

export type LinkProps = Omit<AriaLinkProps, "className" | "style"> & {
  /** `plain` stands in text; `quiet` takes the color around it; `row` fills a row and stays ink. */
  tone?: "plain" | "quiet" | "row" | undefined;
};

export function Link({ tone = "plain", ...rest }: LinkProps) {
  return <AriaLink {...rest} className={classes(styles.link, styles[tone])} />;
}

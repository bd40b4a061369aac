import { classes } from "../given";
import { Anchor, type AnchorProps } from "./Anchor";
import styles from "./Link.module.css";

export type LinkProps = Omit<AnchorProps, "className" | "style"> & {
  /** `plain` stands in text; `quiet` takes the color around it; `row` fills a row and stays ink. */
  tone?: "plain" | "quiet" | "row" | undefined;
};

export function Link({ tone = "plain", ...rest }: LinkProps) {
  return <Anchor {...rest} className={classes(styles.link, styles[tone])} />;
}

import type { ReactElement } from "react";
import {
  Tooltip as AriaTooltip,
  TooltipTrigger,
  TooltipTriggerStateContext,
} from "react-aria-components";
import { classes } from "../given";
import { Kbd } from "../marks/Kbd";
import { OnceTriggered } from "./OnceOpen";
import styles from "./Tooltip.module.css";

export type TooltipProps = {
  words: string;
  keys?: string | undefined;
  /** Something that takes focus. */
  children: ReactElement;
};

export function Tooltip({ words, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <OnceTriggered by={TooltipTriggerStateContext}>
        <AriaTooltip className={classes(styles.tooltip)} offset={6}>
          {words}
          {keys ? <Kbd keys={keys} /> : null}
        </AriaTooltip>
      </OnceTriggered>
    </TooltipTrigger>
  );
}

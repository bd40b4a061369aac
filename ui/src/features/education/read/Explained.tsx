import { type ReactNode, useState } from "react";
import { Pressable, Tooltip, TooltipTrigger } from "react-aria-components";
import { classes } from "../../../design/given";
import styles from "./Explained.module.css";

type ExplainedProps = {
  look: "term" | "limit" | "open";
  /** What is read in the text. */
  words: ReactNode;
  /** What hovering, focusing and pressing show. */
  children: ReactNode;
};

/** Words in a text that explain themselves: on hover, on focus and on a touch; Escape closes. */
export function Explained({ look, words, children }: ExplainedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger
      delay={250}
      closeDelay={200}
      isOpen={isOpen}
      onOpenChange={setOpen}
      shouldCloseOnPress={false}
    >
      <Pressable onPress={() => setOpen(true)}>
        {/* No button element: a button does not break over lines as words do. */}
        {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
        <span role="button" tabIndex={0} dir="auto" className={classes(styles.words, styles[look])}>
          {words}
        </span>
      </Pressable>
      <Tooltip
        // Within the page, which is a landmark: what explains its words belongs to it.
        UNSTABLE_portalContainer={document.querySelector("main") ?? document.body}
        className={classes(styles.card)}
        offset={6}
        placement="bottom start"
      >
        {children}
      </Tooltip>
    </TooltipTrigger>
  );
}

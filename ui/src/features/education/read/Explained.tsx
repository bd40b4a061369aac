import { type ReactNode, useRef, useState } from "react";
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
  const { isOpen, open, change } = useOpen();
  return (
    <TooltipTrigger
      delay={250}
      closeDelay={200}
      isOpen={isOpen}
      onOpenChange={change}
      shouldCloseOnPress={false}
    >
      <Pressable onPress={open}>
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

/** How long the page may still scroll to words that Tab has reached. */
const SETTLES_MS = 200;

/** Scrolling closes an explanation, but not the scrolling that brought its words into sight. */
function useOpen() {
  const [isOpen, setOpen] = useState(false);
  const openedAt = useRef(0);
  const open = () => {
    openedAt.current = performance.now();
    setOpen(true);
  };
  const change = (next: boolean) => {
    if (next) return open();
    const isSettling = performance.now() - openedAt.current < SETTLES_MS;
    const isReached = document.activeElement?.matches("[role=button][aria-describedby]") ?? false;
    if (!isSettling || !isReached) setOpen(false);
  };
  return { isOpen, open, change };
}

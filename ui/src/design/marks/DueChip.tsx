import type { ReactNode } from "react";
import { classes, given } from "../given";
import styles from "./DueChip.module.css";

export type DueChipShape = "late" | "soon" | "promise" | "met" | "plain";

export type DueChipProps = {
  shape: DueChipShape;
  /** The words; they carry the state for whoever sees neither shape nor color. */
  children: ReactNode;
  /** `wide` fills its column, as in My day. */
  size?: "normal" | "wide" | undefined;
  onPress?: (() => void) | undefined;
  /** What pressing it does, where the words alone do not say: "Why this date". */
  label?: string | undefined;
  /** In a table the arrow keys lead to it, not Tab. */
  isInTable?: boolean | undefined;
};

/** State is shape, then word, then color; the same five everywhere. */
export function DueChip(props: DueChipProps) {
  const { shape, children, size = "normal", onPress, label, isInTable = false } = props;
  const className = classes(styles.chip, styles[shape], styles[size]);
  const face = (
    <>
      {shape === "plain" ? null : <Sign shape={shape} />}
      <span>{children}</span>
    </>
  );
  if (!onPress) return <span className={className}>{face}</span>;
  return (
    <button
      type="button"
      className={classes(className, styles.pressable)}
      onClick={onPress}
      {...given({ "aria-label": label, tabIndex: isInTable ? -1 : undefined })}
    >
      {face}
    </button>
  );
}

/** Drawn, because fonts disagree about how large a triangle is. */
function Sign({ shape }: { shape: Exclude<DueChipShape, "plain"> }) {
  return (
    <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
      {shape === "late" ? <path d="M6 .9 11.6 11H.4Z" fill="currentColor" /> : null}
      {shape === "soon" ? <circle cx="6" cy="6" r="4.6" fill="currentColor" /> : null}
      {shape === "promise" ? (
        <path
          d="M6 1.2 10.8 6 6 10.8 1.2 6Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.25"
        />
      ) : null}
      {shape === "met" ? (
        <path d="m1.6 6.6 3 3.2 5.8-7.6" fill="none" stroke="currentColor" strokeWidth="1.75" />
      ) : null}
    </svg>
  );
}

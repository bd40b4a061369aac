import { VisuallyHidden } from "../marks/VisuallyHidden";
import styles from "./Skeleton.module.css";

export type SkeletonProps = {
  /** "Loading cases". */
  label: string;
  shape?: "lines" | "rows" | "card" | "form" | undefined;
  count?: number | undefined;
};

/** The shape of what comes: nothing for the first 200 ms, and no shimmer. */
export function Skeleton({ label, shape = "lines", count = 4 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike.
        <div key={place} className={styles[shape]} aria-hidden="true">
          <span className={styles.bar} />
          {shape === "lines" ? null : <span className={styles.bar} />}
          {shape === "rows" || shape === "card" ? <span className={styles.bar} /> : null}
        </div>
      ))}
    </div>
  );
}

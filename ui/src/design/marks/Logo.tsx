import styles from "./Logo.module.css";

export type LogoProps = {
  /** In rem. */
  size?: number | undefined;
  /** Without one the mark is decoration beside the written name. */
  label?: string | undefined;
};

/** A bed seen from its side and someone sitting by it: also the b of the name. */
export function Logo({ size = 1.5, label }: LogoProps) {
  return (
    <span
      className={styles.logo}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <svg viewBox="0 0 32 32" width={`${size}rem`} height={`${size}rem`} aria-hidden="true">
        <rect className={styles.ground} width="32" height="32" rx="7" />
        <path className={styles.bed} d="M8.5 7v18M8.5 19h13.25a3.25 3.25 0 0 1 3.25 3.25V25" />
        <circle className={styles.head} cx="15" cy="13" r="2.75" />
      </svg>
    </span>
  );
}

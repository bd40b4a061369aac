import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent } from "react";
import { classes } from "../given";
import { isPlain } from "../keys";
import { nextOf } from "./nextOf";
import styles from "./Segmented.module.css";

export type SegmentedProps<T extends string> = {
  label: string;
  options: readonly { id: T; label: string; icon?: LucideIcon | undefined }[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean | undefined;
};

/**
 * One of a few, all in sight: Call, Visit, Letter. Tab comes to the one that is picked, the arrows
 * pick the next. Plain buttons: it stands on every case, and must be there at once.
 */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChange, isDisabled = false } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isPlain(event)) return;
    const segments = [...event.currentTarget.children].filter((one) => one instanceof HTMLElement);
    const at = segments.findIndex((one) => one.matches(":focus"));
    const isFlipped = event.currentTarget.matches(":dir(rtl)");
    const to = nextOf(event.key, at, segments.length, isFlipped);
    const option = to === null ? undefined : options[to];
    if (to === null || option === undefined) return;
    event.preventDefault();
    segments[to]?.focus();
    onChange(option.id);
  };
  const isNonePicked = options.every(({ id }) => id !== value);
  return (
    <div
      className={styles.group}
      role="radiogroup"
      aria-label={label}
      aria-disabled={isDisabled || undefined}
      onKeyDown={onKeyDown}
    >
      {options.map(({ id, label: words, icon: Icon }, nth) => (
        // biome-ignore lint/a11y/useSemanticElements: an input of type radio cannot hold an icon and words.
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          tabIndex={id === value || (isNonePicked && nth === 0) ? 0 : -1}
          disabled={isDisabled}
          className={classes(styles.segment)}
          onClick={() => onChange(id)}
        >
          {Icon ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
          {words}
        </button>
      ))}
    </div>
  );
}

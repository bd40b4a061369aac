import { Check } from "lucide-react";
import { ListBoxItem } from "react-aria-components";
import { classes } from "../given";
import menu from "../overlays/Menu.module.css";
import styles from "./Option.module.css";

export type OptionEntry<T extends string = string> = {
  id: T;
  label: string;
  /** A second, quieter line. */
  hint?: string | undefined;
};

/** One line in a list of choices; named by all its words, so that what is read is what is seen. */
export function Option({ option }: { option: OptionEntry }) {
  const { id, label, hint } = option;
  return (
    <ListBoxItem id={id} textValue={label} className={classes(menu.entry, styles.option)}>
      {({ isSelected }) => (
        <>
          <span className={menu.words}>
            <span className={styles.label}>{label}</span>
            {hint ? <span className={menu.hint}>{hint}</span> : null}
          </span>
          {isSelected ? <Check className={styles.check} strokeWidth={2} aria-hidden /> : null}
        </>
      )}
    </ListBoxItem>
  );
}

import { useState } from "react";
import { Button } from "react-aria-components";
import { Link } from "../../design/buttons/Link";
import { Badge } from "../../design/marks/Badge";
import { Tooltip } from "../../design/overlays/Tooltip";

import { rulesWords } from "../../words/rules/rules";

import { confirmHref } from "./settings/places";
import styles from "./Unverified.module.css";

type UnverifiedBadgeProps = {
  mark: string;
  hint: string;
  /** The row of the settings where it is confirmed; without one, the page. */
  at: string | null;
};

/**
 * Marks what nobody has confirmed. Hovering and focusing explain it; pressing keeps it explained,
 * with the way to where it is confirmed.
 */
export function UnverifiedBadge({ mark, hint, at }: UnverifiedBadgeProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip words={hint}>
        <Button
          className={styles.badge ?? ""}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          <Badge>{mark}</Badge>
        </Button>
      </Tooltip>
      {isOpen ? (
        <span className={styles.hint}>
          {hint} <Link href={confirmHref(at)}>{rulesWords.title}</Link>
        </span>
      ) : null}
    </>
  );
}

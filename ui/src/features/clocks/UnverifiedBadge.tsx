import { useState } from "react";
import { Button } from "react-aria-components";
import { Link } from "../../design/buttons/Link";
import { Badge } from "../../design/marks/Badge";
import { Tooltip } from "../../design/overlays/Tooltip";

import { rulesWords } from "../../words/rules/rules";

import styles from "./Unverified.module.css";

type UnverifiedBadgeProps = { mark: string; hint: string };

/**
 * Marks what nobody has confirmed. Hovering and focusing explain it; pressing keeps it explained,
 * with the way to where it is confirmed.
 */
export function UnverifiedBadge({ mark, hint }: UnverifiedBadgeProps) {
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
          {hint} <Link href="/settings/rules">{rulesWords.title}</Link>
        </span>
      ) : null}
    </>
  );
}

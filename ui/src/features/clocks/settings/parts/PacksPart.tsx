import { useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import type { PackView } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { PackRow } from "./PackRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.packs;

/** The sets of rules that start clocks here, and those that could. */
export function PacksPart({ view: { packs }, ...row }: PartProps) {
  const [isShown, setShown] = useState(false);
  const inForce = packs.filter((pack) => pack.inForce);
  const others = packs.filter((pack) => !pack.inForce);
  const own = inForce.filter(({ own: isOwn }) => isOwn);
  const more = inForce.filter(({ own: isOwn }) => !isOwn);
  return (
    <Section title={words.title} count={String(inForce.length)}>
      <Rows packs={[...own, ...more]} {...row} />
      {others.length === 0 ? null : isShown ? (
        <div className={styles.more}>
          <h3 className={styles.pack}>{words.othersTitle}</h3>
          <Rows packs={others} {...row} />
        </div>
      ) : (
        <div className={styles.more}>
          <Button size="small" onPress={() => setShown(true)}>
            {words.others(others.length)}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Rows({ packs, ...row }: Omit<PartProps, "view"> & { packs: readonly PackView[] }) {
  return (
    <ul className={styles.rows}>
      {packs.map((pack) => (
        <PackRow key={pack.id} pack={pack} {...row} />
      ))}
    </ul>
  );
}

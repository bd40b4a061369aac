import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Section } from "../../../design/layout/Section";
import { Stack } from "../../../design/layout/Stack";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { HelperEntry, Id } from "../../../ipc/contract";
import { setupWords } from "../../../words/education/setup";
import { ReachDialog } from "./ReachDialog";
import styles from "./Setup.module.css";
import { WhoRow } from "./WhoRow";

const words = setupWords.who;
const OPENS = "who-";

type WhoPartProps = {
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Everybody a leaflet may send someone to, those of this kind of office first. */
export function WhoPart({ section, go, tellDone }: WhoPartProps) {
  const helpers = useOffice("education.helpers", null);
  const library = useOffice("education.library", null);
  if (helpers.error) throw helpers.error;
  if (library.error) throw library.error;
  if (!helpers.data || !library.data) {
    return <Skeleton label={setupWords.loading} shape="rows" count={8} />;
  }
  const { setting } = library.data;
  const ours = helpers.data.filter(({ settings }) => settings.includes(setting));
  const others = helpers.data.filter(({ settings }) => !settings.includes(setting));
  const open = helpers.data.find(({ slot }) => section === `${OPENS}${slot}`);
  const filled = ours.filter(({ reach }) => reach !== null).length;
  const row = { tellDone, onOpen: (slot: string) => go(`/education/setup#${OPENS}${slot}`) };
  return (
    <Stack gap={4}>
      <p className={styles.lead}>{words.lead}</p>
      <Section title={setupWords.parts.who} count={words.filled(filled, ours.length)}>
        <Rows helpers={ours} {...row} />
      </Section>
      {others.length > 0 ? <Others helpers={others} {...row} /> : null}
      {open ? (
        <ReachDialog
          key={open.slot}
          helper={open}
          onClose={() => go("/education/setup")}
          tellDone={tellDone}
        />
      ) : null}
    </Stack>
  );
}

type RowsProps = {
  helpers: readonly HelperEntry[];
  onOpen: (slot: string) => void;
  tellDone: WhoPartProps["tellDone"];
};

function Rows({ helpers, onOpen, tellDone }: RowsProps) {
  return (
    <ul className={styles.rows}>
      {helpers.map((helper) => (
        <WhoRow
          key={helper.slot}
          helper={helper}
          onOpen={() => onOpen(helper.slot)}
          tellDone={tellDone}
        />
      ))}
    </ul>
  );
}

function Others(props: RowsProps) {
  const [isShown, setShown] = useState(false);
  if (!isShown) {
    return (
      <div>
        <Button onPress={() => setShown(true)}>{words.others(props.helpers.length)}</Button>
      </div>
    );
  }
  return (
    <Section title={words.othersTitle} count={String(props.helpers.length)}>
      <Rows {...props} />
    </Section>
  );
}

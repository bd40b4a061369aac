import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Section } from "../../../design/layout/Section";
import { Stack } from "../../../design/layout/Stack";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { Id, LimitEntry } from "../../../ipc/contract";
import { setupWords } from "../../../words/education/setup";
import { LimitRow } from "./LimitRow";
import { sorted } from "./numbers";
import styles from "./Setup.module.css";

const words = setupWords.numbers;

type NumbersPartProps = { tellDone: (words: string, entry: Id | null) => void };

/** The figures of law in the leaflets, what nobody has confirmed first. */
export function NumbersPart({ tellDone }: NumbersPartProps) {
  const limits = useOffice("education.limits", null);
  if (limits.error) throw limits.error;
  if (!limits.data) return <Skeleton label={setupWords.loading} shape="rows" count={8} />;
  const { open, confirmed, published } = sorted(limits.data);
  return (
    <Stack gap={4}>
      <p className={styles.lead}>{words.lead}</p>
      <div>
        <Section title={words.open} count={String(open.length)}>
          {open.length === 0 ? (
            <p className={styles.quiet}>{words.openNone}</p>
          ) : (
            <Rows limits={open} tellDone={tellDone} />
          )}
        </Section>
        {confirmed.length > 0 ? (
          <Section title={words.confirmed} count={String(confirmed.length)}>
            <Rows limits={confirmed} tellDone={tellDone} />
          </Section>
        ) : null}
        {published.length > 0 ? <Published limits={published} tellDone={tellDone} /> : null}
      </div>
    </Stack>
  );
}

type RowsProps = NumbersPartProps & { limits: readonly LimitEntry[] };

function Rows({ limits, tellDone }: RowsProps) {
  return (
    <ul className={styles.rows}>
      {limits.map((limit) => (
        <LimitRow key={`${limit.rule} ${limit.figure}`} limit={limit} tellDone={tellDone} />
      ))}
    </ul>
  );
}

function Published(props: RowsProps) {
  const [isShown, setShown] = useState(false);
  const { length } = props.limits;
  return (
    <Section title={words.published} count={String(length)}>
      {isShown ? (
        <Rows {...props} />
      ) : (
        <Button onPress={() => setShown(true)}>{words.showPublished(length)}</Button>
      )}
    </Section>
  );
}

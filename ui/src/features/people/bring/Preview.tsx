import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Stack } from "../../../design/layout/Stack";
import { Tabs } from "../../../design/layout/Tabs";
import { Banner } from "../../../design/telling/Banner";
import { EmptyState } from "../../../design/telling/EmptyState";
import type { Id, ImportPreview } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { count } from "../../../words/shown/format";
import styles from "./Bring.module.css";
import { FateList } from "./FateList";
import { countsOf, groupsOf, proposedOut, tick } from "./ticks";

type PreviewProps = {
  preview: ImportPreview;
  onBringIn: (token: Id, exclude: number[]) => void;
  onDrop: () => void;
  onAgain: () => void;
};

const { bring: words } = peopleWords;

/** Everything in the files, by what would become of it and why, before any of it happens. */
export function Preview({ preview, onBringIn, onDrop, onAgain }: PreviewProps) {
  const [out, setOut] = useState(() => proposedOut(preview.lines));
  const groups = groupsOf(preview.lines);
  const counts = countsOf(preview.lines, out);
  const isNothing = counts.people + counts.other === 0;
  return (
    <Stack gap={4}>
      <FileProblems files={preview.files} />
      {groups.length === 0 ? (
        <EmptyState
          sentence={words.nothing}
          action={<Button onPress={onAgain}>{words.again}</Button>}
        />
      ) : (
        <>
          <Tabs
            label={words.label}
            tabs={groups.map(({ fate, lines }) => ({
              id: fate,
              label: words.groups[fate],
              count: count(lines.length),
              content: (
                <FateList
                  fate={fate}
                  lines={lines}
                  out={out}
                  onTick={(some, isIn) => setOut((was) => tick(was, some, isIn))}
                />
              ),
            }))}
          />
          <div className={styles.actions}>
            {isNothing ? (
              <Button onPress={onAgain}>{words.again}</Button>
            ) : (
              <>
                <Button variant="primary" onPress={() => onBringIn(preview.token, [...out])}>
                  {words.button(counts.people, counts.other)}
                </Button>
                <Button onPress={onDrop}>{words.cancel}</Button>
              </>
            )}
          </div>
        </>
      )}
    </Stack>
  );
}

/** One bad file never loses the rest; it is named on top with its reason. */
function FileProblems({ files }: Pick<ImportPreview, "files">) {
  return files.map(({ name, problem }) =>
    problem === null ? null : (
      <Banner key={name} tone="late" title={words.problemIn(name)}>
        {problem}
      </Banner>
    ),
  );
}

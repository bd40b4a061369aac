import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import { Stack } from "../../../../design/layout/Stack";
import { Banner } from "../../../../design/telling/Banner";
import { useAction } from "../../../../ipc/cache";
import type { Id } from "../../../../ipc/contract";
import { toOfficeError } from "../../../../ipc/errors";
import { rulesWords } from "../../../../words/rules/rules";
import { broughtIn, mistakesIn } from "./brought";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.file;

type FilePartProps = Pick<PartProps, "view" | "settling"> & {
  tellDone: (words: string, entry: Id | null) => void;
};

type Outcome = { name: string; mistakes: string[] } | { done: string };

/** Puts a corrected rule file in force, or says what is wrong with it and where. */
export function FilePart({ view, settling, tellDone }: FilePartProps) {
  const bring = useAction("clocks.bring_rules");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const load = async (file: File) => {
    setOutcome(null);
    try {
      const text = await file.text();
      const { output, entry } = await bring.mutateAsync({ name: file.name, text });
      const pack = broughtIn(view.packs, output.packs);
      const done = pack ? words.done(pack.name, pack.version) : words.loaded;
      setOutcome({ done });
      tellDone(done, entry);
    } catch (thrown) {
      setOutcome({ name: file.name, mistakes: mistakesIn(toOfficeError(thrown)) });
    }
  };
  return (
    <Section title={words.title}>
      <Stack gap={3}>
        <p className={styles.quiet}>{words.lead}</p>
        <div>
          <FileTrigger
            acceptedFileTypes={[".toml"]}
            onSelect={(files) => {
              const file = files?.item(0);
              if (file) void load(file);
            }}
          >
            <Button isPending={bring.isPending} pendingLabel={words.loading}>
              {words.load}
            </Button>
          </FileTrigger>
        </div>
        {outcome && "mistakes" in outcome ? (
          <Banner tone="late" title={words.problem(outcome.name)} live>
            {outcome.mistakes.map((mistake) => (
              <p key={mistake} className={styles.mistake}>
                {mistake}
              </p>
            ))}
            <p>{words.stays}</p>
          </Banner>
        ) : null}
        {outcome && "done" in outcome ? (
          <Banner
            tone="met"
            title={outcome.done}
            live
            action={
              <Button size="small" onPress={() => settling.count(true)}>
                {words.through}
              </Button>
            }
          >
            {words.after}
          </Banner>
        ) : null}
      </Stack>
    </Section>
  );
}

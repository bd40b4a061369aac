import { Button } from "../../../../design/buttons/Button";
import { Section } from "../../../../design/layout/Section";
import { Stack } from "../../../../design/layout/Stack";
import { useOffice } from "../../../../ipc/answers";
import { rulesWords } from "../../../../words/rules/rules";
import { count } from "../../../../words/shown/format";
import type { PartProps } from "./part";

const words = rulesWords.pending;

/** Open clocks that were left as they were, because a change was kept for new cases or was stopped. */
export function PendingPart({ settling }: Pick<PartProps, "settling">) {
  const { data: moves } = useOffice("clocks.preview_settings", { choices: [] });
  if (!moves || moves.total === 0) return null;
  return (
    <Section title={words.title}>
      <Stack gap={3}>
        <p>{words.words(moves.total, count(moves.open))}</p>
        <div>
          <Button onPress={() => settling.ask(moves)}>{words.look}</Button>
        </div>
      </Stack>
    </Section>
  );
}

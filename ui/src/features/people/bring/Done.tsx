import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Row, Stack } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { useAction } from "../../../ipc/cache";
import type { Id, ImportResult } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";

type DoneProps = {
  result: ImportResult;
  entry: Id | null;
  go: (href: string) => void;
  onAgain: () => void;
};

const { bring: words } = peopleWords;

/** What came of it, one way to take all of it back, and where to go next. */
export function Done({ result, entry, go, onAgain }: DoneProps) {
  const [isUndone, setUndone] = useState(false);
  const undo = useAction("journal.undo");
  const { created, matched, attached, skipped } = result;
  return (
    <Stack gap={4}>
      <Banner tone={isUndone ? "plain" : "met"} live>
        {isUndone ? words.undone : words.done(created, matched, attached, skipped)}
      </Banner>
      {undo.error ? <Banner tone="late">{undo.error.message}</Banner> : null}
      <Row gap={3}>
        <Button variant="primary" onPress={() => go("/people")}>
          {words.toPeople}
        </Button>
        <Button onPress={onAgain}>{words.more}</Button>
        {entry !== null && !isUndone ? (
          <Button
            isPending={undo.isPending}
            onPress={() => undo.mutate({ entry }, { onSuccess: () => setUndone(true) })}
          >
            {words.undo}
          </Button>
        ) : null}
      </Row>
    </Stack>
  );
}

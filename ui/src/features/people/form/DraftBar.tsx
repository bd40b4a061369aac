import { Button } from "../../../design/buttons/Button";
import { Row } from "../../../design/layout/Stack";
import { Banner } from "../../../design/telling/Banner";
import { useOffice } from "../../../ipc/cache";
import type { DraftHold } from "../../../ipc/useDraft";
import { peopleWords } from "../../../words/people";
import { useFormat } from "../../../words/useFormat";
import styles from "./PersonForm.module.css";

const { draft: words } = peopleWords;

type DraftProps = {
  draft: Pick<DraftHold<unknown>, "keptAt" | "restored" | "goOn" | "startOver" | "problem">;
};

/** Offers an earlier draft: go on with it, or start over. */
export function DraftBar({ draft }: DraftProps) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (!draft.restored || draft.keptAt === null || zone === undefined) return null;
  return (
    <Banner
      tone="accent"
      title={words.title}
      action={
        <Row gap={2}>
          <Button size="small" onPress={draft.goOn}>
            {words.goOn}
          </Button>
          <Button size="small" onPress={draft.startOver}>
            {words.startOver}
          </Button>
        </Row>
      }
    >
      {words.words(format.instant(draft.keptAt, zone))}
    </Banner>
  );
}

/** Says quietly that nothing typed here can be lost, or loudly why it could be. */
export function DraftKept({ draft }: DraftProps) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (draft.problem !== null) {
    return (
      <p className={styles.kept} role="alert">
        {words.notKept} {draft.problem}
      </p>
    );
  }
  if (draft.keptAt === null || zone === undefined) return null;
  return <p className={styles.kept}>{words.kept(format.instantTime(draft.keptAt, zone))}</p>;
}

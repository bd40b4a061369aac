import { Button } from "../../design/buttons/Button";
import { Row } from "../../design/layout/Stack";
import { Banner } from "../../design/telling/Banner";
import { useOffice } from "../../ipc/cache";
import type { DraftHold } from "../../ipc/useDraft";
import { officeWords } from "../../words/office";
import { useFormat } from "../../words/useFormat";
import styles from "./Office.module.css";

const { draft: words } = officeWords;

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
      title={words.backTitle}
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
      {words.back(format.instant(draft.keptAt, zone))}
    </Banner>
  );
}

export function DraftKept({ draft }: DraftProps) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (draft.problem !== null) {
    return (
      <p className={styles.hint} role="alert">
        {draft.problem}
      </p>
    );
  }
  if (draft.keptAt === null || zone === undefined) return null;
  return <p className={styles.hint}>{words.kept(format.instantTime(draft.keptAt, zone))}</p>;
}

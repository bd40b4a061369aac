import { Button } from "../../design/buttons/Button";
import { Row } from "../../design/layout/Stack";
import { Banner } from "../../design/telling/Banner";
import { useOffice } from "../../ipc/cache";
import type { DraftHold } from "../../ipc/useDraft";
import { contactsWords } from "../../words/contacts";
import { useFormat } from "../../words/useFormat";

const words = contactsWords.draft;

type Hold = Pick<DraftHold<unknown>, "keptAt" | "restored" | "goOn" | "startOver" | "problem">;

/** Offers both ways on when a form comes back from earlier. */
export function DraftRestored({ draft }: { draft: Hold }) {
  if (!draft.restored) return null;
  return (
    <Banner
      tone="accent"
      action={
        <Row gap={2}>
          <Button size="small" onPress={draft.goOn}>
            {words.goOn}
          </Button>
          <Button size="small" variant="link" onPress={draft.startOver}>
            {words.startOver}
          </Button>
        </Row>
      }
    >
      {words.restored}
    </Banner>
  );
}

/** "Draft kept 10:42 AM", or why it could not be kept. */
export function DraftKept({ draft }: { draft: Hold }) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  if (draft.problem !== null) return <span role="status">{draft.problem}</span>;
  if (draft.keptAt === null || zone === undefined) return null;
  return <span>{words.keptAt(format.instantTime(draft.keptAt, zone))}</span>;
}

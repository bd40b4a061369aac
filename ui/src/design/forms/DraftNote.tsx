import { Button } from "../buttons/Button";
import { Row } from "../layout/Stack";
import { Banner } from "../telling/Banner";
import styles from "./DraftNote.module.css";

/** What is known of a form's draft; what useDraft holds fits. */
export type Draft = {
  /** When it was last kept, in words; null while there is nothing to keep. */
  kept: { time: string; moment: string } | null;
  restored: boolean;
  goOn: () => void;
  startOver: () => void;
  problem: string | null;
};

export type DraftWords = {
  restored: (when: string) => string;
  goOn: string;
  startOver: string;
  kept: (time: string) => string;
  notKept: (why: string) => string;
};

export type DraftNoteProps = { draft: Draft; words: DraftWords };

/** Offers both ways on when a form comes back from earlier: go on with it, or start over. */
export function DraftBar({ draft, words }: DraftNoteProps) {
  if (!draft.restored || draft.kept === null) return null;
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
      {words.restored(draft.kept.moment)}
    </Banner>
  );
}

/** Says quietly that nothing typed here can be lost, or why it could be. */
export function DraftKept({ draft, words }: DraftNoteProps) {
  if (draft.problem !== null) {
    return (
      <p className={styles.kept} role="alert">
        {words.notKept(draft.problem)}
      </p>
    );
  }
  if (draft.kept === null) return null;
  return <p className={styles.kept}>{words.kept(draft.kept.time)}</p>;
}

import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import { ConfirmDialog } from "../../design/overlays/ConfirmDialog";
import { journalWords } from "../../words/journal";
import styles from "./Journal.module.css";

const { rebuild: words } = journalWords;

type RebuildProps = { isBusy: boolean; onRebuild: () => void };

export function Rebuild({ isBusy, onRebuild }: RebuildProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <div>
        <Button isDisabled={isBusy} onPress={() => setAsking(true)}>
          {words.run}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={words.confirmTitle}
        confirmLabel={words.yes}
        cancelLabel={words.no}
        onConfirm={() => {
          setAsking(false);
          onRebuild();
        }}
      >
        {words.confirm}
      </ConfirmDialog>
    </>
  );
}

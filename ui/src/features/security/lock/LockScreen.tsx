import { type ReactNode, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Skeleton } from "../../../design/telling/Skeleton";
import { askAgain, useOffice } from "../../../ipc/answers";
import type { Status } from "../../../ipc/contract";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";
import { FirstRun } from "../first/FirstRun";
import styles from "./LockScreen.module.css";
import { Unlock } from "./Unlock";

type LockScreenProps = {
  /** The office is open: the page host goes on by itself, the window is swapped by the program. */
  onOpened: () => void;
};

/** Everything before an office is open. It tells nothing about the office. */
export function LockScreen({ onOpened }: LockScreenProps) {
  const status = useOffice("security.status", null);
  const [isOpened, setOpened] = useState(false);
  const again = () => askAgain("security.status", null);
  const open = () => {
    setOpened(true);
    onOpened();
  };
  return (
    <div className={styles.screen}>
      <main className={styles.main}>
        {isOpened ? (
          <Opening />
        ) : status.error ? (
          <Trouble words={status.error.message} onAgain={again} />
        ) : status.data ? (
          <ByState status={status.data} onOpened={open} onAgain={again} />
        ) : (
          <Skeleton label={generalWords.loading} shape="form" />
        )}
      </main>
      <footer className={styles.foot}>{securityWords.foot}</footer>
    </div>
  );
}

type ByStateProps = { status: Status; onOpened: () => void; onAgain: () => void };

function ByState({ status, onOpened, onAgain }: ByStateProps): ReactNode {
  switch (status.state) {
    case "none":
      return <FirstRun hasSample={status.sampleAvailable} onOpened={onOpened} />;
    case "locked":
      return <Unlock status={status} onOpened={onOpened} />;
    case "unlocked":
      return <Opening />;
    case "in_use_elsewhere":
    case "unreadable":
      return <Trouble words={status.problem ?? ""} onAgain={onAgain} />;
  }
}

function Opening() {
  return (
    <div role="status">
      <h1>{securityWords.locked.opening}</h1>
    </div>
  );
}

type TroubleProps = { words: string; onAgain: () => void };

function Trouble({ words, onAgain }: TroubleProps) {
  const { trouble } = securityWords;
  return (
    <div className={styles.stack} role="alert">
      <header>
        <h1>{trouble.title}</h1>
        <p className={styles.lead}>{trouble.lead}</p>
      </header>
      <p>{words}</p>
      <div>
        <Button variant="primary" onPress={onAgain}>
          {trouble.again}
        </Button>
      </div>
    </div>
  );
}

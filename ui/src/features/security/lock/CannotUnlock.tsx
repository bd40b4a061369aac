import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Dialog } from "../../../design/overlays/Dialog";
import { securityWords } from "../../../words/security";
import styles from "./Unlock.module.css";

/** What to try, and the truth about a lost passphrase. */
export function CannotUnlock() {
  const [isOpen, setOpen] = useState(false);
  const { cannot, locked } = securityWords;
  return (
    <>
      <Button variant="link" onPress={() => setOpen(true)}>
        {locked.cannot}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={cannot.title} closeLabel={cannot.close}>
        <ul className={styles.points}>
          {Object.entries(cannot.points).map(([id, words]) => (
            <li key={id}>
              <p>{words}</p>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

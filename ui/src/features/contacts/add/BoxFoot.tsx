import { memo } from "react";
import { Button } from "../../../design/buttons/Button";
import { DueChip } from "../../../design/marks/DueChip";
import { Kbd } from "../../../design/marks/Kbd";
import { contactsWords } from "../../../words/contacts";
import styles from "../Contacts.module.css";

const words = contactsWords.add;

type BoxFootProps = {
  withText: string;
  isPromised: boolean;
  isOpen: boolean;
  isSending: boolean;
  isClosed: boolean;
  onPromise: () => void;
};

/** The last line of the box: a promise, and the button that adds it all. */
export const BoxFoot = memo(function BoxFoot(props: BoxFootProps) {
  const { withText, isPromised, isOpen, isSending, isClosed, onPromise } = props;
  return (
    <div className={styles.boxFoot}>
      {isOpen ? null : <span className={styles.quiet}>{words.collapsed(withText)}</span>}
      {isPromised ? null : (
        <DueChip shape="promise" onPress={onPromise}>
          {words.promise}
        </DueChip>
      )}
      {isOpen && isClosed ? <span className={styles.quiet}>{words.closed}</span> : null}
      <span className={styles.send}>
        {isOpen ? (
          <span className={styles.sendKeys} aria-hidden="true">
            <Kbd keys="Mod+Enter" />
          </span>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          size="small"
          isPending={isSending}
          pendingLabel={words.submitting}
        >
          {words.submit}
        </Button>
      </span>
    </div>
  );
});

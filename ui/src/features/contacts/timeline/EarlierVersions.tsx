import { useId, useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { useOffice } from "../../../ipc/answers";
import type { ContactVersion, ContactView } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { dayInZone } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import styles from "../Contacts.module.css";
import { contactTitle } from "./title";

const words = contactsWords.timeline;

/** Why a contact was amended, and every version before: nothing said is ever unsaid. */
export function EarlierVersions({ contact }: { contact: ContactView }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const format = useFormat();
  const status = useOffice("security.status", null).data;
  const zone = status?.office?.timeZone;
  const { current, earlier } = contact;
  if (earlier.length === 0 || status === undefined || zone === undefined) return null;
  const dayWritten = ({ writtenAt }: ContactVersion) =>
    format.dated(dayInZone(writtenAt, zone), status.today);
  return (
    <>
      <p className={styles.amended}>
        <bdi>{words.amended(dayWritten(current), current.reason ?? "")}</bdi>
      </p>
      <Button
        variant="link"
        size="small"
        onPress={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={id}
      >
        {isOpen ? words.hideEarlier : words.earlierVersion}
      </Button>
      <ol id={id} hidden={!isOpen} className={styles.versions}>
        {earlier.toReversed().map((version) => (
          <li key={version.writtenAt} className={styles.version}>
            <p>
              {words.before(dayWritten(version), version.writtenBy)}
              {version.reason === null ? null : <> · {version.reason}</>}
            </p>
            <del className={styles.struck} dir="auto">
              {`${format.moment(version.at)} · ${contactTitle(version)}\n${withoutMarks(version.summary)}`}
            </del>
          </li>
        ))}
      </ol>
    </>
  );
}

import { memo } from "react";
import { Link } from "../../../design/buttons/Link";
import { TimelineRow } from "../../../design/layout/Timeline";
import { DueChip } from "../../../design/marks/DueChip";
import { useOffice } from "../../../ipc/answers";
import type { ContactView } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { dueShape } from "../../../words/shown/due";
import { dayInZone, dayOf, type Format, minutesInWords } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Contacts.module.css";
import { EarlierVersions } from "./EarlierVersions";
import { FoldedText } from "./FoldedText";
import { contactTitle } from "./title";

const words = contactsWords.timeline;

type ContactRowProps = {
  contact: ContactView;
  /** A link led here. */
  isPointedAt: boolean;
};

/**
 * One contact: when, what it was, what was said, and what came of it. Drawn again only when it
 * changed: a contact that is added must not wait for the log below it.
 */
export const ContactRow = memo(function ContactRow({ contact, isPointedAt }: ContactRowProps) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  const { current } = contact;
  const title = contactTitle(current);
  return (
    <TimelineRow
      id={`contact-${contact.id}`}
      isPointedAt={isPointedAt}
      time={format.time(current.at)}
      title={<bdi>{title}</bdi>}
      marks={<Marks contact={contact} />}
      aside={
        <span className={styles.amend}>
          <Link
            tone="quiet"
            href={`/cases/${contact.case}#amend-${contact.id}`}
            aria-label={words.amendNamed(title)}
          >
            {words.amend}
          </Link>
        </span>
      }
      footer={
        <>
          <p>{aboutWords(contact, zone, format)}</p>
          <EarlierVersions contact={contact} />
        </>
      }
    >
      {current.summary === "" ? null : <FoldedText text={current.summary} />}
    </TimelineRow>
  );
});

function Marks({ contact }: { contact: ContactView }) {
  const format = useFormat();
  const { promise, meets } = contact;
  return (
    <>
      {promise === null ? null : (
        <DueChip shape={dueShape({ what: "promise", state: promise.state })}>
          {words.promised(promise.what, format.day(promise.due))}
        </DueChip>
      )}
      {meets.map((name) => (
        <DueChip key={name} shape="met">
          {words.met(name)}
        </DueChip>
      ))}
    </>
  );
}

/** "They called us · 12 minutes · Dana Whitcomb": what it was, and who first wrote it down. */
function aboutWords(contact: ContactView, zone: string | undefined, format: Format): string {
  const { channel, direction, minutes } = contact.current;
  const { at, writtenAt, writtenBy } = contact.earlier[0] ?? contact.current;
  const isOneWay = channel === "letter" || channel === "email" || channel === "note";
  const written = zone === undefined ? dayOf(at) : dayInZone(writtenAt, zone);
  const said = [
    isOneWay ? "" : contactsWords.direction[channel][direction],
    minutes === null || minutes === 0 ? "" : minutesInWords(minutes),
    words.writtenBy(writtenBy, written === dayOf(at) ? null : format.day(written)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

import { Fragment, useEffect } from "react";
import { Button } from "../../../design/buttons/Button";
import { useLater } from "../../../design/layout/Later";
import { Timeline, TimelineDay } from "../../../design/layout/Timeline";
import { Banner } from "../../../design/telling/Banner";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { dropTopics, type Pages, useOfficePages } from "../../../ipc/cache";
import type { ContactView, Id } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { count } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "../Contacts.module.css";
import { AmendDialog } from "./AmendDialog";
import { ContactRow } from "./ContactRow";
import { byDay, merged, type TimelineEntry } from "./days";
import { newestOf } from "./newest";
import { useSeen } from "./useSeen";

const words = contactsWords.timeline;

export type ContactTimelineProps = {
  caseId: Id;
  /** What stands after "#" in the address: "amend-…" opens a contact to be amended, "contact-…" shows it. */
  section: string | null;
  /** What other features know of the case, to stand between the contacts by its time. */
  others: readonly TimelineEntry[];
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Everything that was said and done in a case, newest first, day by day. */
export function ContactTimeline(props: ContactTimelineProps) {
  const { caseId, section, others, go, tellDone } = props;
  const list = useOfficePages("contacts.list", newestOf(caseId));
  const amended = named(section, "amend-");
  const pointedAt = named(section, "contact-");
  const wanted = amended ?? pointedAt;
  const found = list.rows.find(({ id }) => id === wanted) ?? null;
  // A link or a draft can lead to a contact further back than what is shown yet.
  const isLooking = wanted !== null && found === null && (list.hasMore || list.isLoading);
  const { hasMore, isLoadingMore, loadMore } = list;
  useEffect(() => {
    if (isLooking && hasMore && !isLoadingMore) loadMore();
  }, [isLooking, hasMore, isLoadingMore, loadMore]);
  const isFound = pointedAt !== null && found !== null;
  useEffect(() => {
    if (isFound)
      document.getElementById(`contact-${pointedAt}`)?.scrollIntoView({ block: "center" });
  }, [isFound, pointedAt]);
  return (
    <>
      {list.isLoading ? <Skeleton label={words.loading} shape="lines" count={5} /> : null}
      {list.error ? (
        <Banner
          tone="late"
          title={contactsWords.failed}
          action={<Button onPress={() => dropTopics(["contacts"])}>{contactsWords.again}</Button>}
        >
          {list.error.message}
        </Banner>
      ) : null}
      {!list.isLoading && !list.error && list.rows.length + others.length === 0 ? (
        <EmptyState sentence={words.empty} />
      ) : null}
      {!list.isLoading && list.rows.length + others.length > 0 ? (
        <Days list={list} others={others} pointedAt={pointedAt} />
      ) : null}
      {amended === null ? null : (
        <AmendDialog
          key={amended}
          caseId={caseId}
          contact={found}
          isLooking={isLooking}
          onClose={() => go(`/cases/${caseId}`)}
          tellDone={tellDone}
        />
      )}
    </>
  );
}

function named(section: string | null, verb: "amend-" | "contact-"): Id | null {
  return section?.startsWith(verb) ? section.slice(verb.length) : null;
}

type DaysProps = {
  list: Pages<ContactView>;
  others: readonly TimelineEntry[];
  pointedAt: Id | null;
};

/** So many lines fill the window; those below follow when these are on the screen. */
const FIRST = 5;

function Days({ list, others, pointedAt }: DaysProps) {
  const format = useFormat();
  const isTime = useLater();
  const lines = merged(list.rows, others, list.hasMore);
  const isWhole = isTime || pointedAt !== null || lines.length <= FIRST;
  return (
    <>
      <Timeline label={words.name}>
        {byDay(isWhole ? lines : lines.slice(0, FIRST)).map(({ day, rows }) => (
          <TimelineDay key={day} heading={format.weekday(day)}>
            {rows.map((row) =>
              "contact" in row ? (
                <ContactRow
                  key={row.id}
                  contact={row.contact}
                  isPointedAt={row.contact.id === pointedAt}
                />
              ) : (
                <Fragment key={row.id}>{row.node}</Fragment>
              ),
            )}
          </TimelineDay>
        ))}
      </Timeline>
      {isWhole ? <End list={list} /> : null}
    </>
  );
}

/** What comes after the last line: more of them, or how many there are. */
function End({ list }: { list: Pages<ContactView> }) {
  const end = useSeen(() => {
    if (list.hasMore && !list.isLoadingMore) list.loadMore();
  });
  if (!list.hasMore)
    return <p className={styles.quiet}>{words.all(count(list.total, list.capped))}</p>;
  return (
    <div ref={end} className={styles.earlier}>
      <Button onPress={list.loadMore} isPending={list.isLoadingMore}>
        {words.earlier}
      </Button>
    </div>
  );
}

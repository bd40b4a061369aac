import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Link } from "../../../design/buttons/Link";
import { Page } from "../../../design/layout/Page";
import { Section } from "../../../design/layout/Section";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { MyDay } from "../../../ipc/contract";
import { dayWords } from "../../../words/day";
import { count } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import { DayLine } from "./DayLine";
import { type DayGroup, groupsOf, keyOf, type OtherLine, stepFrom } from "./lines";
import styles from "./MyDayPage.module.css";

const MORE = { now: "/cases?order=due", week: "/cases?due=week&order=due" } as const;

type MyDayPageProps = {
  /** What other features know to be due, and the sentence about it. */
  others: readonly OtherLine[];
  sentence: string;
  /** What is about to go wrong besides. */
  below: ReactNode;
};

/** What needs the advocate now and this week, and why each line is there. */
export function MyDayPage({ others, sentence, below }: MyDayPageProps) {
  const day = useOffice("clocks.my_day", null);
  const status = useOffice("security.status", null).data;
  const format = useFormat();
  if (day.error) throw day.error;
  const date = day.data?.date ?? status?.today;
  const lead = [day.data?.sentence ?? "", sentence].filter(Boolean).join(" ");
  return (
    <Page title={date ? format.weekday(date) : null} lead={lead} width="full">
      {day.data ? (
        <Groups day={day.data} others={others} />
      ) : (
        <Skeleton label={dayWords.loading} shape="rows" />
      )}
      {below}
    </Page>
  );
}

function Groups({ day, others }: { day: MyDay; others: readonly OtherLine[] }) {
  const list = useRef<HTMLDivElement>(null);
  useArrows(list);
  const groups = groupsOf(day, others);
  if (groups.length === 0) {
    return (
      <EmptyState
        sentence={dayWords.quiet}
        action={<Link href="/cases/new">{dayWords.newCase}</Link>}
      />
    );
  }
  return (
    <div ref={list} className={styles.groups}>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <p className={styles.hint}>{dayWords.hint}</p>
    </div>
  );
}

function Group({ group: { id, lines, more } }: { group: DayGroup }) {
  return (
    <Section title={dayWords[id]} count={count(lines.length + more)}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <DayLine key={keyOf(line)} line={line} />
        ))}
      </ul>
      {more > 0 ? (
        <p className={styles.more}>
          {dayWords.more(count(more))}. <Link href={MORE[id]}>{dayWords.seeAll}</Link>
        </p>
      ) : null}
    </Section>
  );
}

/** Up and down move between the lines of both groups, from anywhere on the page but a field. */
function useArrows(list: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => move(list.current, event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list]);
}

function move(list: HTMLElement | null, event: KeyboardEvent): void {
  const { target } = event;
  if (list === null || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  if (target !== document.body && target.closest("main") === null) return;
  const lines = [...list.querySelectorAll<HTMLElement>("a[data-line]")];
  const next = stepFrom(lines.indexOf(target), event.key, lines.length);
  if (next === null) return;
  event.preventDefault();
  lines[next]?.focus();
}

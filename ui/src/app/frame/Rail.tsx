import { useLocation } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { BookOpen, FileText, FolderOpen, Lock, Settings, Sun, Users } from "lucide-react";
import { Anchor } from "../../design/buttons/Anchor";
import { Button } from "../../design/buttons/Button";
import { Kbd } from "../../design/marks/Kbd";
import { useOffice } from "../../ipc/answers";
import type { Status } from "../../ipc/contract";
import { frameWords } from "../../words/frame";
import { labels } from "../../words/labels";
import { minutesInWords } from "../../words/shown/format";
import { withoutMarks } from "../../words/shown/withoutMarks";
import { lockNow } from "../session/lock";
import { useRecentCases } from "../session/recent";
import { usePlaces } from "./places";
import styles from "./Rail.module.css";

const ICONS: Record<string, LucideIcon> = {
  "/day": Sun,
  "/cases": FolderOpen,
  "/people": Users,
  "/education": BookOpen,
  "/drafts": FileText,
  "/settings": Settings,
};

/** The left rail: whose office, where one can go, what was open, who is here and when it locks. */
export function Rail() {
  const status = useOffice("security.status", null).data;
  return (
    <div className={styles.rail}>
      <header className={styles.head}>
        <p className={styles.product}>{frameWords.product}</p>
        <p className={styles.office} title={status?.office?.name} dir="auto">
          {status?.office?.name}
        </p>
      </header>
      <Places />
      <Recent />
      <div className={styles.foot}>{status ? <Here status={status} /> : null}</div>
    </div>
  );
}

function Places() {
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <nav aria-label={frameWords.places.label}>
      <ul className={styles.list}>
        {usePlaces().map(({ href, label, amount }) => (
          <li key={href}>
            <RailLink href={href} isHere={isWithin(path, href)} icon={ICONS[href]}>
              <span className={styles.name}>{label}</span>
              {amount ? <span className={styles.amount}>{amount}</span> : null}
            </RailLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Recent() {
  const path = useLocation({ select: (location) => location.pathname });
  const recent = useRecentCases();
  if (recent.length === 0) return null;
  return (
    <nav aria-label={frameWords.recent}>
      <h2 className={styles.heading}>{frameWords.recent}</h2>
      <ul className={styles.list}>
        {recent.map(({ id, label }) => (
          <li key={id}>
            <RailLink href={`/cases/${id}`} isHere={path === `/cases/${id}`}>
              <span className={styles.name} title={label} dir="auto">
                {withoutMarks(label)}
              </span>
            </RailLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Here({ status }: { status: Status }) {
  const { person, lockAfterMinutes } = status;
  const role = person?.roles[0];
  return (
    <>
      <p>{person ? frameWords.here(person.name, role ? labels.role[role] : "") : null}</p>
      <p>{frameWords.locksAfter(minutesInWords(lockAfterMinutes))}</p>
      <Button size="small" icon={Lock} onPress={() => void lockNow()}>
        {frameWords.lockShort} <Kbd keys="Mod+L" />
      </Button>
    </>
  );
}

type RailLinkProps = {
  href: string;
  isHere: boolean;
  icon?: LucideIcon | undefined;
  children: React.ReactNode;
};

function RailLink({ href, isHere, icon: Icon, children }: RailLinkProps) {
  return (
    <Anchor
      href={href}
      className={styles.link}
      data-here={isHere || undefined}
      {...(isHere ? { "aria-current": "page" as const } : {})}
    >
      {Icon ? <Icon className={styles.icon} strokeWidth={1.75} aria-hidden /> : null}
      {children}
    </Anchor>
  );
}

/** A place is lit for every page below it. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

import { useEffect, useMemo, useState } from "react";
import { useAllShortcuts } from "../../design/keys";
import { CommandPalette } from "../../design/overlays/CommandPalette";
import { useOffice } from "../../ipc/answers";
import { useOfficeKeeping } from "../../ipc/cache";
import type { CaseRow, LeafletRow, PersonRow } from "../../ipc/contract";
import { educationLabels } from "../../words/education/library";
import { frameWords } from "../../words/frame";
import { labels } from "../../words/labels";
import { languageName } from "../../words/languages";
import { peopleWords } from "../../words/people";
import { withoutMarks } from "../../words/shown/withoutMarks";
import { EDUCATION } from "../pages/EducationPlaces";
import { SETTINGS } from "../pages/SettingsPage";
import { useGo } from "../session/go";
import { useRecentCases } from "../session/recent";
import { everyCase } from "./everyCase";
import { addressOf, type Entry, hasWords, matching, matchingPages, type Page } from "./finding";

const MOST = 6;
const REST_MS = 120;

const { palette } = frameWords;

const PAGES: Page[] = [
  { href: "/people/new", label: peopleWords.form.newTitle },
  { href: "/people/import", label: peopleWords.bring.title },
  ...EDUCATION.slice(1),
  ...SETTINGS,
];

type PaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };
type Group = { id: string; title: string; entries: Entry[] };

/** One box that finds cases, people, and everything that can be done. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const [text, setText] = useState("");
  const go = useGo();
  const shortcuts = useAllShortcuts();
  const { groups, isBusy } = useGroups(text, isOpen);
  const choose = (id: string) => {
    onOpenChange(false);
    setText("");
    const address = addressOf(id);
    if (address !== null) go(address);
    else shortcuts.findLast((one) => `do:${one.id}` === id)?.run();
  };
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={(open) => {
        onOpenChange(open);
        if (!open) setText("");
      }}
      label={palette.label}
      placeholder={palette.placeholder}
      text={text}
      onTextChange={setText}
      groups={groups}
      onChoose={choose}
      emptyText={palette.nothing}
      busyText={isBusy ? palette.busy : undefined}
      foot={palette.foot}
    />
  );
}

function useGroups(text: string, isOpen: boolean): { groups: Group[]; isBusy: boolean } {
  const shortcuts = useAllShortcuts();
  const recent = useRecentCases();
  const settled = useSettled(text.trim());
  const asks = isOpen && settled !== "";
  const cases = useOfficeKeeping(
    "cases.list",
    { filter: { ...everyCase, text: settled }, order: "received", after: null, limit: MOST },
    { enabled: asks },
  );
  const people = useOfficeKeeping(
    "people.list",
    { text: settled, kind: null, after: null, limit: MOST },
    { enabled: asks },
  );
  const library = useOffice("education.library", null, { enabled: asks });
  const groups = useMemo(() => {
    const commands = {
      id: "do",
      title: palette.commands,
      entries: [...matching(shortcuts, text), ...matchingPages(PAGES, text)],
    };
    if (text.trim() === "") {
      const entries = recent.map(({ id, label }) => ({ id: `case:${id}`, label }));
      return [{ id: "recent", title: palette.recent, entries }, commands];
    }
    const found = [
      { id: "case", title: palette.cases, entries: (cases.data?.rows ?? []).map(caseEntry) },
      { id: "person", title: palette.people, entries: (people.data?.rows ?? []).map(personEntry) },
      {
        id: "leaflet",
        title: palette.leaflets,
        entries: leafletsLike(library.data?.rows ?? [], settled).map(leafletEntry),
      },
    ];
    return [...(asks ? found : []), commands];
  }, [text, settled, asks, shortcuts, recent, cases.data, people.data, library.data]);
  const isBusy = text.trim() !== settled || cases.isFetching || people.isFetching;
  return { groups: groups.filter(({ entries }) => entries.length > 0), isBusy };
}

function caseEntry(row: CaseRow): Entry {
  return {
    id: `case:${row.id}`,
    label: `${row.number} · ${withoutMarks(row.patientName)}`,
    detail: withoutMarks(row.about),
  };
}

function personEntry(row: PersonRow): Entry {
  const kind = labels.personKind[row.kind];
  return {
    id: `person:${row.id}`,
    label: withoutMarks(row.name),
    detail: row.detail === "" ? kind : `${kind} · ${row.detail}`,
  };
}

/** Leaflets by the words of their title, the first few. */
function leafletsLike(rows: readonly LeafletRow[], text: string): LeafletRow[] {
  return rows.filter(({ title, retired }) => !retired && hasWords(title, text)).slice(0, MOST);
}

function leafletEntry({ key, language, title, topic }: LeafletRow): Entry {
  return {
    id: `leaflet:${key}?lang=${language}`,
    label: withoutMarks(title),
    detail: `${educationLabels.topic[topic]} · ${languageName(language)}`,
  };
}

/** The text once typing rests, so that not every key press asks the office. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

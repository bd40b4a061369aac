import { Section } from "../../../design/layout/Section";
import type { GroupCount, RegisterView } from "../../../ipc/contract";
import { educationGivenWords } from "../../../words/education/given";
import { educationLabels } from "../../../words/education/library";
import { registerWords as words } from "../../../words/education/register";
import { languageName } from "../../../words/languages";
import { count } from "../../../words/shown/format";
import { CountTable } from "./CountTable";
import { LeafletTable } from "./LeafletTable";
import styles from "./Register.module.css";

/** The counts of a span: all of it, leaflet by leaflet, and by what else one asks for. */
export function RegisterTables({ register }: { register: RegisterView }) {
  const { given, people, taught, notYet } = register;
  const percent = Math.round((taught / given) * 100);
  return (
    <>
      <dl className={styles.counts}>
        <Figure term={words.counts.given} value={given} />
        <Figure term={words.counts.people} value={people} />
        <Figure term={words.counts.taught} value={taught} note={words.ofGiven(percent)} />
        <Figure term={words.counts.notYet} value={notYet} />
      </dl>
      <Section title={words.leaflets.title}>
        <LeafletTable rows={register.leaflets} />
      </Section>
      <div className={styles.groups}>
        <Group title={words.groups.topics} rows={register.topics} nameOf={topicName} />
        <Group title={words.groups.languages} rows={register.languages} nameOf={languageName} />
        <Group title={words.groups.units} rows={register.units} nameOf={unitName} />
        <Group title={words.groups.ways} rows={register.ways} nameOf={wayName} />
      </div>
    </>
  );
}

function Figure({ term, value, note }: { term: string; value: number; note?: string }) {
  return (
    <div className={styles.count}>
      <dt>{term}</dt>
      <dd className={styles.number}>{count(value)}</dd>
      {note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  );
}

type GroupProps = {
  title: string;
  rows: readonly GroupCount[];
  nameOf: (name: string) => string;
};

function Group({ title, rows, nameOf }: GroupProps) {
  if (rows.length === 0) return null;
  const named = rows.map(({ name, count }) => ({ name: nameOf(name), count }));
  return (
    <Section title={title}>
      <CountTable label={title} rows={named} />
    </Section>
  );
}

// A topic or a way that a newer version knows is shown by its code.
function topicName(code: string): string {
  return (educationLabels.topic as Record<string, string>)[code] ?? code;
}

function wayName(code: string): string {
  return (educationGivenWords.way as Record<string, string>)[code] ?? code;
}

function unitName(unit: string): string {
  return unit === "" ? words.noUnit : unit;
}

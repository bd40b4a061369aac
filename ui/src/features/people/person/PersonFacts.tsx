import type { ReactNode } from "react";
import { Link } from "../../../design/buttons/Link";
import { Facts } from "../../../design/layout/Facts";
import { useOffice } from "../../../ipc/answers";
import type { Address, Labeled, PersonForm, PersonName, PersonView } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { dayInZone, type Format } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { byLabel, type RowsField } from "../rowLabels";
import { yearsOld } from "./needs";
import styles from "./PersonPage.module.css";

const { person: words } = peopleWords;

type Fact = { term: string; value: ReactNode };

/** Everything known about a person that is known; what is not known takes no room. */
export function PersonFacts({ view }: { view: PersonView }) {
  const format = useFormat();
  const status = useOffice("security.status", null).data;
  const zone = status?.office?.timeZone ?? "UTC";
  const added = dayInZone(view.createdAt, zone);
  const rows = [
    ...nameFacts(view),
    ...lifeFacts(view.form, format, status?.today ?? added),
    ...labeled("identifiers", view.form.identifiers),
    ...placeFacts(view),
    ...labeled("phones", view.form.phones, words.phone),
    ...labeled("emails", view.form.emails, words.email),
    ...fact(words.address, addressLines(view.form.address)),
    ...fact(words.notes, view.form.notes && wrapped(view.form.notes)),
    { term: words.added, value: format.date(added) },
  ];
  return <Facts rows={rows} layout="side" />;
}

function nameFacts({ name, form }: PersonView): Fact[] {
  const full = fullName(form.name);
  return [
    ...fact(words.fullName, full === name ? null : full),
    ...fact(words.preferred, form.preferredName),
    ...fact(words.pronouns, form.pronouns),
  ];
}

function lifeFacts(form: PersonForm, format: Format, today: string): Fact[] {
  const { birthDate, deathDate } = form;
  const age = birthDate && !deathDate ? `, ${words.age(yearsOld(birthDate, today))}` : "";
  return [
    ...fact(words.born, birthDate && format.date(birthDate) + age),
    ...fact(words.died, deathDate && format.date(deathDate)),
  ];
}

function placeFacts({ form, memberOfName }: PersonView): Fact[] {
  const member =
    form.memberOf && memberOfName ? (
      <Link href={`/people/${form.memberOf}`}>{memberOfName}</Link>
    ) : null;
  return [
    ...fact(words.jobTitle, form.title),
    ...fact(words.unit, form.unit),
    ...fact(words.member, member),
  ];
}

function fact(term: string, value: ReactNode): Fact[] {
  return value ? [{ term, value }] : [];
}

// Two home phones stand under one "Phone, Home".
function labeled(
  field: RowsField,
  rows: readonly Labeled[],
  termOf: (label: string) => string = (label) => label,
): Fact[] {
  return byLabel(field, rows).map(({ label, values }) => ({
    term: termOf(label),
    value: wrapped(values.join("\n")),
  }));
}

function fullName({ prefix, given, middle, family, suffix, whole }: PersonName): string {
  return whole ?? [prefix, given, middle, family, suffix].filter(Boolean).join(" ");
}

function addressLines(address: Address | null): ReactNode {
  if (address === null) return null;
  const { lines, city, region, postalCode, country } = address;
  const place = [city, [region, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const shown = [lines, place, country].filter(Boolean);
  return wrapped(shown.join("\n"));
}

function wrapped(text: string): ReactNode {
  return (
    <span className={styles.notes} dir="auto">
      {withoutMarks(text)}
    </span>
  );
}

import { Facts } from "../../../design/layout/Facts";
import { Section } from "../../../design/layout/Section";
import { useOffice } from "../../../ipc/answers";
import type { CaseView } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { labels } from "../../../words/labels";
import type { Format } from "../../../words/shown/format";
import { useFormat } from "../../../words/shown/useFormat";
import { LongText } from "./LongText";

const words = casesWords.page;
const FOLD = 420;

/** What was said when the case was opened, and when. */
export function CaseFacts({ view }: { view: CaseView }) {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  const { form } = view;
  const rows = [
    { term: words.terms.about, value: <bdi>{form.about}</bdi> },
    { term: words.happened, value: <LongText text={form.happened} fold={FOLD} /> },
    { term: words.terms.firstSaid, value: firstSaid(view, format) },
    { term: words.terms.received, value: format.moment(form.receivedOn) },
    { term: words.terms.raisedBy, value: raisedBy(view) },
    { term: words.terms.urgency, value: labels.urgency[form.urgency] },
    { term: words.terms.unit, value: form.unit ?? "" },
    { term: words.terms.owner, value: view.ownerName },
    { term: words.terms.opened, value: zone ? format.instant(view.openedAt, zone) : "" },
  ];
  const said = rows.filter(({ term, value }) =>
    term === words.happened ? form.happened !== "" : value !== "",
  );
  return (
    <Section title={words.facts}>
      <Facts rows={said} layout="stacked" />
    </Section>
  );
}

function firstSaid({ form }: CaseView, format: Format): string {
  const when = form.saidOn === null ? "" : format.moment(form.saidOn);
  const how = casesWords.form.said[form.saidHow];
  return words.firstSaid(when, when === "" ? how : how.toLowerCase(), form.saidWhere ?? "");
}

function raisedBy({ form, raisedByName }: CaseView): string {
  if (raisedByName === null) return "";
  return form.relation === "self"
    ? labels.relation.self
    : `${raisedByName} (${labels.relation[form.relation].toLowerCase()})`;
}

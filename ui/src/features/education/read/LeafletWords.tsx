import { Each } from "../../../design/Each";
import { Badge } from "../../../design/marks/Badge";
import type { LeafletInline, LimitView, TermView } from "../../../ipc/contract";
import { readWords } from "../../../words/education/read";
import { Explained } from "./Explained";
import styles from "./LeafletWords.module.css";

/** What the words of a text can be explained with. */
export type Knowing = {
  language: string;
  terms: readonly TermView[];
  limits: readonly LimitView[];
};

type InlinesProps = { of: readonly LeafletInline[]; knowing: Knowing };
type Kind<K extends LeafletInline["kind"]> = Extract<LeafletInline, { kind: K }>;

/** Words in a line: plain, strong, explained. */
export function Inlines({ of, knowing }: InlinesProps) {
  return <Each of={of}>{(inline) => <InlineView inline={inline} knowing={knowing} />}</Each>;
}

function InlineView({ inline, knowing }: { inline: LeafletInline; knowing: Knowing }) {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "strong":
      return (
        <strong>
          <Inlines of={inline.text} knowing={knowing} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines of={inline.text} knowing={knowing} />
        </em>
      );
    case "limit":
      return <Limit inline={inline} knowing={knowing} />;
    case "term":
      return <Term inline={inline} knowing={knowing} />;
    case "link":
      return <Address inline={inline} knowing={knowing} />;
    case "break":
      return <br />;
  }
}

function Term({ inline, knowing }: { inline: Kind<"term">; knowing: Knowing }) {
  const sameId = knowing.terms.filter(({ id }) => id === inline.id);
  const term = sameId.find(({ language }) => language === knowing.language) ?? sameId[0];
  if (!term) return inline.text;
  return (
    <Explained look="term" words={inline.text}>
      <strong lang={term.language} dir="auto">
        {capitalized(term.term)}
      </strong>
      <span lang={term.language} dir="auto">
        {term.means}
      </span>
    </Explained>
  );
}

function Limit({ inline, knowing }: { inline: Kind<"limit">; knowing: Knowing }) {
  const words = readWords.limit;
  const same = knowing.limits.filter(({ rule }) => rule === inline.rule);
  const known = same.find((limit) => limit.words === inline.text) ?? same[0];
  const instead = inline.without === null ? words.omitted : words.instead(inline.without);
  return (
    <Explained look={inline.unverified ? "open" : "limit"} words={inline.text}>
      <strong dir="auto">{known ? known.name : words.label}</strong>
      {inline.unverified ? (
        <>
          <span>
            <Badge tone="soon">{words.unverified}</Badge>
          </span>
          <span>{words.unverifiedHint}</span>
          <span dir="auto" lang={knowing.language}>
            {instead}
          </span>
        </>
      ) : null}
      {known ? <LimitFacts limit={known} /> : <span className={styles.rule}>{inline.rule}</span>}
    </Explained>
  );
}

function LimitFacts({ limit }: { limit: LimitView }) {
  const words = readWords.limit;
  return (
    <>
      <span>
        {words.from}: {limit.from}
      </span>
      <span>
        {words.authority}: {limit.authority}
      </span>
      <span className={styles.rule}>{limit.rule}</span>
    </>
  );
}

/** A page of the web, as words and address: nothing here opens a browser by itself. */
function Address({ inline, knowing }: { inline: Kind<"link">; knowing: Knowing }) {
  return (
    <>
      <Inlines of={inline.text} knowing={knowing} />{" "}
      <bdi className={styles.address} dir="ltr">
        ({inline.target.replace(/^https?:\/\//, "")})
      </bdi>
    </>
  );
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

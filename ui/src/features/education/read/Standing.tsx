import { Link } from "../../../design/buttons/Link";
import { Banner } from "../../../design/telling/Banner";
import { useOffice } from "../../../ipc/answers";
import type { LeafletView } from "../../../ipc/contract";
import { readWords as words } from "../../../words/education/read";
import { useFormat } from "../../../words/shown/useFormat";
import type { ReadSearch } from "./search";

type StandingProps = { view: LeafletView; search: ReadSearch };

/** What to know before trusting this text: an earlier version, retired, behind, due for review. */
export function Standing({ view, search }: StandingProps) {
  const isGiven = search.text !== undefined;
  if (isGiven) return <AsGiven view={view} search={search} />;
  return (
    <>
      {view.state === "retired" ? (
        <Banner tone="soon" title={words.retired.title}>
          {words.retired.words}
        </Banner>
      ) : null}
      {view.behind ? (
        <Banner
          tone="soon"
          title={words.behind.title}
          action={<Link href={`/education/${view.key}?lang=en`}>{words.behind.english}</Link>}
        >
          {words.behind.words}
        </Banner>
      ) : null}
      {view.reviewDue ? (
        <Banner tone="soon" title={words.reviewDue.title}>
          {words.reviewDue.words}
        </Banner>
      ) : null}
    </>
  );
}

function AsGiven({ view, search }: StandingProps) {
  const format = useFormat();
  const { key, language } = view;
  const now = useOffice("education.read", { key, language, textId: null });
  const day = search.on === undefined ? null : format.date(search.on);
  const current = now.data;
  const isOut = current !== undefined && current.state !== "retired";
  const isNewer = isOut && current.version !== view.version;
  return (
    <Banner
      tone={isNewer ? "soon" : "plain"}
      title={words.given.title(view.version, day)}
      action={
        isNewer ? (
          <Link href={`/education/${key}?lang=${language}`}>
            {words.given.open(current.version)}
          </Link>
        ) : null
      }
    >
      {now.isPending
        ? null
        : isNewer
          ? words.given.newer(current.version)
          : isOut
            ? words.given.same
            : words.given.gone}
    </Banner>
  );
}

import type { ReactNode } from "react";
import { Page } from "../../../design/layout/Page";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { Id, LeafletView } from "../../../ipc/contract";
import { educationLabels } from "../../../words/education/library";
import { readWords as words } from "../../../words/education/read";
import { Beside } from "./Beside";
import { LanguageSwitch } from "./LanguageSwitch";
import { LeafletBlocks } from "./LeafletBlocks";
import styles from "./Read.module.css";
import { ReadActions } from "./ReadActions";
import { RetireDialog } from "./RetireDialog";
import { Said } from "./Said";
import { Standing } from "./Standing";
import type { ReadSearch } from "./search";

export type ReadPageProps = {
  leaflet: string;
  search: ReadSearch;
  /** What stands after "#" in the address. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
  /** What hands it out, while that is open. */
  giving: ReactNode;
};

/** One leaflet, to be read: the text at ease, and beside it what an advocate needs to know. */
export function ReadPage(props: ReadPageProps) {
  const { leaflet, search } = props;
  const read = useOfficeKeeping("education.read", {
    key: leaflet,
    language: search.lang ?? "en",
    textId: search.text ?? null,
  });
  if (read.error) throw read.error;
  if (read.data === undefined) {
    return (
      <Page title={words.loading}>
        <Skeleton label={words.loading} shape="lines" count={10} />
      </Page>
    );
  }
  return <Opened {...props} view={read.data} />;
}

function Opened({ view, search, section, go, tellDone, giving }: ReadPageProps & Viewing) {
  const terms = useOffice("education.glossary", null).data;
  const here = `/education/${view.key}?lang=${view.language}`;
  return (
    <>
      <Page
        title={<Said language={view.language}>{view.title}</Said>}
        lead={<About view={view} />}
        actions={
          <ReadActions
            view={view}
            isGiven={search.text !== undefined}
            go={go}
            tellDone={tellDone}
          />
        }
      >
        <div className={styles.page}>
          <article className={styles.article} aria-label={view.title}>
            <Standing view={view} search={search} />
            <LanguageSwitch view={view} go={go} />
            <LeafletBlocks
              blocks={view.blocks}
              language={view.language}
              terms={terms}
              limits={view.limits}
            />
          </article>
          <Beside view={view} />
        </div>
      </Page>
      {section === "retire" ? (
        <RetireDialog view={view} base={here} onClose={() => go(here)} tellDone={tellDone} />
      ) : null}
      {giving}
    </>
  );
}

type Viewing = { view: LeafletView };

function About({ view }: Viewing) {
  const facts = [
    view.purpose === "leaflet" ? null : educationLabels.purpose[view.purpose],
    educationLabels.topic[view.topic],
    view.audiences.length > 0
      ? words.forWhom(view.audiences.map((one) => educationLabels.audience[one]))
      : null,
    words.version(view.version),
  ];
  return (
    <div className={styles.about}>
      <p className={styles.lead}>
        <Said language={view.language}>{view.about}</Said>
      </p>
      <p>{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

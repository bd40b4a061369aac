import { Page } from "../../../design/layout/Page";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { Id, Purpose } from "../../../ipc/contract";
import { educationWriteWords } from "../../../words/education/write";
import { Editor } from "./Editor";
import { blankForm, translationOf } from "./opening";

const words = educationWriteWords.edit;

export type WritePageProps = {
  /** The text that is written on; null begins a new one. */
  id: Id | null;
  /** What a new one is to be. */
  purpose: Purpose;
  /** The key of the leaflet a new one translates. */
  of: string | null;
  /** What stands after "#" in the address: the dialog that is open. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** A text of the office's own, being written. */
export function WritePage(props: WritePageProps) {
  const { id, purpose } = props;
  const draft = useOffice("education.draft", { id: id ?? "" }, { enabled: id !== null });
  const status = useOffice("security.status", null).data;
  const translated = useTranslated(id === null ? props.of : null);
  if (draft.error) throw draft.error;
  if (id !== null && draft.data) {
    return <Editor key={id} {...props} view={draft.data} saved={draft.data.form} />;
  }
  if (id === null && props.of !== null) {
    if (translated && status) {
      const { source, taken } = translated;
      const begun = translationOf(source, taken, status.person?.name ?? "");
      return <Editor key={props.of} {...props} view={null} saved={begun} />;
    }
  } else if (id === null && status) {
    const blank = blankForm(purpose, status.today, status.person?.name ?? "");
    return <Editor key={purpose} {...props} view={null} saved={blank} />;
  }
  return (
    <Page title="" width="full">
      <Skeleton label={words.loading} shape="form" count={5} />
    </Page>
  );
}

/** The leaflet to translate, and the languages it is in already. */
function useTranslated(of: string | null) {
  const key = of ?? "";
  const source = useOffice("education.source", { key, language: "en" }, { enabled: of !== null });
  const library = useOffice("education.library", null, { enabled: of !== null });
  if (source.error) throw source.error;
  if (source.data === undefined || library.data === undefined) return null;
  const rows = library.data.rows.filter((row) => row.key === of);
  return { source: source.data, taken: rows.map(({ language }) => language) };
}

import { Banner } from "../../../../design/telling/Banner";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOffice } from "../../../../ipc/answers";
import { useOfficeKeeping } from "../../../../ipc/cache";
import type { CheckView, LeafletForm } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import { directionOf } from "../../../../words/languages";
import { LeafletBlocks } from "../../read/LeafletBlocks";
import { useSettled } from "../useSettled";
import styles from "./Check.module.css";
import { Hints } from "./Hints";
import { Meter } from "./Meter";

const words = educationWriteWords.check;
const REST_MS = 250;

type CheckPanelProps = {
  form: Pick<LeafletForm, "title" | "about" | "body" | "language">;
  onFind: (place: { start: number; end: number } | null) => void;
};

/** Beside the text: how hard it is to read, what could be mended, and how it will look. */
export function CheckPanel({ form, onFind }: CheckPanelProps) {
  const body = useSettled(form.body, REST_MS);
  const about = useSettled(form.about, REST_MS);
  const { language } = form;
  const check = useOfficeKeeping("education.check", { language, about, body });
  if (check.error)
    return (
      <Banner tone="late" title={words.failed}>
        {check.error.message}
      </Banner>
    );
  if (check.data === undefined) return <Skeleton label={words.loading} shape="card" />;
  return (
    <div className={styles.panel}>
      <section className={styles.reads} aria-label={words.name}>
        <Meter measure={check.data.measure} language={language} />
        <Hints check={check.data} body={form.body} onFind={onFind} />
      </section>
      <Preview form={form} check={check.data} />
    </div>
  );
}

type PreviewProps = { form: CheckPanelProps["form"]; check: CheckView };

function Preview({ form: { title, about, language }, check }: PreviewProps) {
  const terms = useOffice("education.glossary", null).data;
  const isEmpty = title === "" && about === "" && check.blocks.length === 0;
  return (
    <section className={styles.preview} aria-label={words.preview}>
      <h2 className={styles.heading}>{words.preview}</h2>
      {isEmpty ? <p className={styles.quiet}>{words.nothing}</p> : null}
      <article lang={language} dir={directionOf(language)} className={styles.article}>
        {title === "" ? null : <p className={styles.title}>{title}</p>}
        {about === "" ? null : <p className={styles.about}>{about}</p>}
        <LeafletBlocks
          blocks={check.blocks}
          language={language}
          terms={terms}
          limits={check.limits}
        />
      </article>
    </section>
  );
}

import { MessageCircleQuestion, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../../../design/buttons/Button";
import { IconButton } from "../../../../design/buttons/IconButton";
import { Select } from "../../../../design/choices/Select";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOfficeKeeping } from "../../../../ipc/cache";
import type { Day, KeyPointForm } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { directionOf, languageName } from "../../../../words/languages";
import { isCalled } from "../language";
import { TeachFields } from "../teach/TeachFields";
import styles from "./Give.module.css";
import { blankTeach, type Handed, inLanguage, type TeachDraft, type Title } from "./handing";

const words = educationGivenWords.give;
const teach = educationGivenWords.teach;

type ChosenLeafletProps = {
  handed: Handed;
  place: number;
  title: Title | undefined;
  personName: string;
  reads: string | null;
  today: Day;
  onChange: (step: (was: Handed) => Handed) => void;
  onRemove: () => void;
};

/** One leaflet to hand out: its language, and asking it back right away. */
export function ChosenLeaflet(props: ChosenLeafletProps) {
  const { handed, title: whole, reads, personName, onChange, onRemove } = props;
  const { language, languages, title } = inLanguage(whole, handed.language, reads);
  return (
    <li className={styles.leaflet}>
      <div className={styles.leafletTop}>
        <strong className={styles.title} dir={directionOf(language)} lang={language}>
          {title}
        </strong>
        {languages.length > 1 ? (
          <div className={styles.language}>
            <Select
              label={words.languageOf(title)}
              hideLabel
              options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
              value={language}
              onChange={(tag) => onChange((was) => ({ ...was, language: tag }))}
              placeholder={words.language}
            />
          </div>
        ) : (
          <span className={styles.quiet}>{languageName(language)}</span>
        )}
        <IconButton label={words.remove(title)} icon={X} onPress={onRemove} />
      </div>
      {reads !== null && personName !== "" && !isCalled(language, reads) ? (
        <p className={styles.quiet}>{words.notTheirs(personName, reads)}</p>
      ) : null}
      <TeachPart {...props} language={language} name={title} />
    </li>
  );
}

type TeachPartProps = ChosenLeafletProps & { language: string; name: string };

/** Asking it back, once that is wanted; focus goes along with what opens and closes. */
function TeachPart(props: TeachPartProps) {
  const { handed, onChange, language, name } = props;
  const { teachBack, key } = handed;
  const read = useOfficeKeeping(
    "education.read",
    { key, language, textId: null },
    { enabled: teachBack !== null },
  );
  const part = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  const isShown = teachBack === null || read.data !== undefined;
  useEffect(() => {
    if (!turned.current || !isShown) return;
    turned.current = false;
    part.current?.querySelector<HTMLElement>("input[type=radio], button")?.focus();
  });
  const turn = (next: TeachDraft | null) => {
    turned.current = true;
    onChange((was) => ({ ...was, teachBack: next }));
  };
  return (
    <div ref={part} className={styles.part}>
      {teachBack === null ? (
        <Button
          variant="link"
          size="small"
          icon={MessageCircleQuestion}
          onPress={() => turn(blankTeach)}
          aria-label={`${teach.open}: ${name}`}
        >
          {teach.open}
        </Button>
      ) : (
        <TeachBlock
          {...props}
          teachBack={teachBack}
          points={read.data?.keyPoints ?? null}
          onDrop={() => turn(null)}
        />
      )}
    </div>
  );
}

type TeachBlockProps = TeachPartProps & {
  teachBack: TeachDraft;
  /** Null until they are read. */
  points: readonly KeyPointForm[] | null;
  onDrop: () => void;
};

function TeachBlock(props: TeachBlockProps) {
  const { place, personName, today, onChange, teachBack, points, onDrop } = props;
  const isBare = points?.length === 0;
  return (
    <fieldset className={styles.teach}>
      <legend className={styles.teachLegend}>{teach.title}</legend>
      <div className={styles.teachHead}>
        <p className={styles.quiet}>{isBare ? teach.none : teach.lead(personName)}</p>
      </div>
      {points === null ? <Skeleton label={teach.loading} shape="lines" count={2} /> : null}
      {points === null || isBare ? null : (
        <TeachFields
          points={points}
          teach={teachBack}
          path={`leaflets.${place}.teachBack.`}
          today={today}
          onChange={(step) =>
            onChange((was) =>
              was.teachBack === null ? was : { ...was, teachBack: step(was.teachBack) },
            )
          }
        />
      )}
      <Button variant="link" size="small" onPress={onDrop}>
        {teach.drop}
      </Button>
    </fieldset>
  );
}

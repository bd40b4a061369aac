import { MessageCircleQuestion, X } from "lucide-react";
import { Button } from "../../../../design/buttons/Button";
import { IconButton } from "../../../../design/buttons/IconButton";
import { Select } from "../../../../design/choices/Select";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOffice } from "../../../../ipc/cache";
import type { Day } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { directionOf, languageName } from "../../../../words/languages";
import { isCalled } from "../language";
import { TeachFields } from "../teach/TeachFields";
import styles from "./Give.module.css";
import { blankTeach, type Handed, inLanguage, type Title } from "./handing";

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

function TeachPart({ handed, place, today, onChange, language, name, ...rest }: TeachPartProps) {
  const { teachBack, key } = handed;
  const read = useOffice(
    "education.read",
    { key, language, textId: null },
    { enabled: teachBack !== null, keepPrevious: true },
  );
  if (teachBack === null) {
    return (
      <Button
        variant="link"
        size="small"
        icon={MessageCircleQuestion}
        onPress={() => onChange((was) => ({ ...was, teachBack: blankTeach }))}
        aria-label={`${teach.open}: ${name}`}
      >
        {teach.open}
      </Button>
    );
  }
  const points = read.data?.keyPoints ?? [];
  return (
    <fieldset className={styles.teach}>
      <legend className={styles.teachLegend}>{teach.title}</legend>
      <div className={styles.teachHead}>
        <p className={styles.quiet}>
          {read.data && points.length === 0 ? teach.none : teach.lead(rest.personName || "them")}
        </p>
      </div>
      {read.data ? (
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
      ) : (
        <Skeleton label={teach.loading} shape="lines" count={2} />
      )}
      <Button
        variant="link"
        size="small"
        onPress={() => onChange((was) => ({ ...was, teachBack: null }))}
      >
        {teach.drop}
      </Button>
    </fieldset>
  );
}

import { ChevronDown } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { Link } from "../../../../design/buttons/Link";
import { Section } from "../../../../design/layout/Section";
import { Banner } from "../../../../design/telling/Banner";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOffice } from "../../../../ipc/answers";
import { dropTopics } from "../../../../ipc/cache";
import type { Id } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { EducationDialogs } from "../EducationDialogs";
import { type Title, titlesOf } from "../give/handing";
import { GivenRow } from "../panel/GivenRow";
import { libraryHref } from "../panel/Suggestions";
import { useInSight } from "../panel/useInSight";
import { notHad } from "./notHad";
import styles from "./Person.module.css";

const words = educationGivenWords.panel;
const FIRST = 6;
const HANDOUT = "handout-";

type PersonEducationProps = {
  person: Id;
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** What a person has had to read, how it stands, and what they have not had. */
export function PersonEducation({ person, section, go, tellDone }: PersonEducationProps) {
  const given = useOffice("education.given", { person, case: null });
  const view = useOffice("people.view", { id: person }).data;
  const base = `/people/${person}`;
  const at = section?.startsWith(HANDOUT) ? section.slice(HANDOUT.length) : null;
  return (
    <Section title={words.title} action={<Link href={`${base}#hand-out`}>{words.handOut}</Link>}>
      {given.error ? (
        <Banner
          tone="late"
          title={words.failed}
          action={<Button onPress={() => dropTopics(["education"])}>{words.again}</Button>}
        >
          {given.error.message}
        </Banner>
      ) : null}
      {given.isPending ? <Skeleton label={words.loading} shape="lines" count={2} /> : null}
      {given.data ? (
        <>
          <Had handouts={given.data.handouts} base={base} at={at} />
          <NotHad handouts={given.data.handouts} base={base} />
          {view ? (
            <EducationDialogs
              base={base}
              section={section}
              caseId={null}
              person={{ id: person, label: view.name }}
              given={given.data}
              go={go}
              tellDone={tellDone}
            />
          ) : null}
        </>
      ) : null}
    </Section>
  );
}

type HandoutsProps = { handouts: Parameters<typeof notHad>[0]; base: string };

function Had({ handouts, base, at }: HandoutsProps & { at: Id | null }) {
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useInSight(list, at);
  const isWhole = isOpen || handouts.slice(FIRST).some(({ id }) => id === at);
  if (handouts.length === 0) {
    return <p className={styles.quiet}>{educationGivenWords.person.none}</p>;
  }
  return (
    <>
      <ul ref={list} className={styles.list}>
        {(isWhole ? handouts : handouts.slice(0, FIRST)).map((handout) => (
          <GivenRow
            key={handout.id}
            handout={handout}
            base={base}
            namesPerson={false}
            isPointedAt={handout.id === at}
          />
        ))}
      </ul>
      {handouts.length > FIRST ? (
        <Button variant="link" size="small" onPress={() => setOpen(!isWhole)}>
          {isWhole ? words.fewer : words.all(handouts.length)}
        </Button>
      ) : null}
    </>
  );
}

function NotHad({ handouts, base }: HandoutsProps) {
  const [isOpen, setOpen] = useState(false);
  const library = useOffice("education.library", null).data;
  const titles = library ? titlesOf(notHad(handouts, library)) : [];
  if (titles.length === 0) return null;
  return (
    <div className={styles.notHad}>
      <Button variant="link" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <span className={styles.fold}>
          <ChevronDown className={styles.chevron} data-open={isOpen || undefined} aria-hidden />
          {educationGivenWords.person.notHad(titles.length)}
        </span>
      </Button>
      {isOpen ? (
        <ul className={styles.list}>
          {titles.map((one) => (
            <NotHadRow key={one.key} one={one} base={base} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function NotHadRow({ one, base }: { one: Title; base: string }) {
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link
          tone="row"
          href={libraryHref({ key: one.key, language: one.rows[0]?.language ?? "en" })}
        >
          <bdi>{one.title}</bdi>
        </Link>
        <span className={styles.about}>{one.about}</span>
      </span>
      <Link href={`${base}#hand-out-${one.key}`} aria-label={words.handOutNamed(one.title)}>
        {words.handOut}
      </Link>
    </li>
  );
}

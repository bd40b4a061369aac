import { useMemo, useRef, useState } from "react";
import { Button } from "../../../../design/buttons/Button";
import { Link } from "../../../../design/buttons/Link";
import { useShortcuts } from "../../../../design/keys";
import { Section } from "../../../../design/layout/Section";
import { Chip } from "../../../../design/marks/Chip";
import { Banner } from "../../../../design/telling/Banner";
import { Skeleton } from "../../../../design/telling/Skeleton";
import { useOffice } from "../../../../ipc/answers";
import { dropTopics } from "../../../../ipc/cache";
import type { CaseView, GivenView, HandoutView, Id } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { EducationDialogs } from "../EducationDialogs";
import { recipients } from "../give/handing";
import { GivenRow } from "./GivenRow";
import styles from "./Panel.module.css";
import { Part } from "./Part";
import { Suggestions } from "./Suggestions";
import { useInSight } from "./useInSight";

const words = educationGivenWords.panel;
const FIRST = 3;

export type CaseEducationProps = {
  caseId: Id;
  /** The handout to bring into sight, when a link led to it. */
  at: Id | null;
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** What the people of a case were given, what would help, and the rights at stake. */
export function CaseEducation(props: CaseEducationProps) {
  const { caseId, section, go, tellDone } = props;
  const given = useOffice("education.given", { person: null, case: caseId });
  const view = useOffice("cases.view", { id: caseId });
  const base = `/cases/${caseId}`;
  useHandOutKey(base, go);
  if (given.error) {
    return (
      <div className={styles.panel}>
        <Banner
          tone="late"
          title={words.failed}
          action={<Button onPress={() => dropTopics(["education"])}>{words.again}</Button>}
        >
          {given.error.message}
        </Banner>
      </div>
    );
  }
  if (given.data === undefined || view.data === undefined) {
    return (
      <div className={styles.panel}>
        <Skeleton label={words.loading} shape="lines" count={3} />
      </div>
    );
  }
  return (
    <>
      <Shown {...props} base={base} given={given.data} view={view.data} />
      <EducationDialogs
        base={base}
        section={section}
        caseId={caseId}
        person={recipients(view.data.parties)[0] ?? null}
        given={given.data}
        go={go}
        tellDone={tellDone}
      />
    </>
  );
}

type ShownProps = CaseEducationProps & { base: string; given: GivenView; view: CaseView };

function Shown({ caseId, at, base, given, view }: ShownProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { handouts, suggestions, rights } = given;
  const all = isWhole || handouts.slice(FIRST).some(({ id }) => id === at);
  useInSight(place, at);
  return (
    <div ref={place} className={styles.panel}>
      <Section title={words.title} action={<Link href={`${base}#hand-out`}>{words.handOut}</Link>}>
        {handouts.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
        <ul className={styles.rows}>
          {(all ? handouts : handouts.slice(0, FIRST)).map((handout) => (
            <GivenRow
              key={handout.id}
              handout={handout}
              base={base}
              namesPerson={isAnother(handout, view)}
              isPointedAt={handout.id === at}
            />
          ))}
        </ul>
        {handouts.length > FIRST ? (
          <Button variant="link" size="small" onPress={() => setWhole(!all)}>
            {all ? words.fewer : words.all(handouts.length)}
          </Button>
        ) : null}
        <Suggestions suggestions={suggestions} caseId={caseId} base={base} />
        <Rights rights={rights} base={base} />
      </Section>
    </div>
  );
}

function Rights({ rights, base }: { rights: readonly string[]; base: string }) {
  const names = useOffice("education.library", null).data?.rights ?? [];
  const shown = names.filter(({ id }) => rights.includes(id));
  return (
    <Part
      title={words.rights}
      action={
        <Link href={`${base}#rights`} aria-label={words.changeNamed}>
          {words.change}
        </Link>
      }
    >
      {rights.length === 0 ? <p className={styles.quiet}>{words.noRights}</p> : null}
      <ul className={styles.chips}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <Chip>{name}</Chip>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Whether it went to somebody else than the patient. */
function isAnother({ person }: HandoutView, view: CaseView): boolean {
  return person !== view.form.patient;
}

function useHandOutKey(base: string, go: (href: string) => void): void {
  const shortcuts = useMemo(
    () => [
      {
        id: "case.hand-out",
        label: words.handOutKey,
        keys: "L",
        group: words.group,
        run: () => go(`${base}#hand-out`),
      },
    ],
    [base, go],
  );
  useShortcuts(shortcuts);
}

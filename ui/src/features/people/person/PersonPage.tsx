import { FolderPlus, Pencil } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { Button } from "../../../design/buttons/Button";
import { type Shortcut, useShortcuts } from "../../../design/keys";
import { Page } from "../../../design/layout/Page";
import { Section } from "../../../design/layout/Section";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { Id, PersonView } from "../../../ipc/contract";
import { labels } from "../../../words/labels";
import { peopleWords } from "../../../words/people";
import { withoutMarks } from "../../../words/shown/withoutMarks";
import { CoverageList } from "./CoverageList";
import { NeedsBanner } from "./NeedsBanner";
import { PersonFacts } from "./PersonFacts";
import styles from "./PersonPage.module.css";
import { StayList } from "./StayList";

type PersonPageProps = {
  id: Id;
  go: (href: string) => void;
  /** The cases this person is part of, from the feature that keeps them. */
  cases: ReactNode;
  /** What they were given to read, from the feature that keeps it. */
  education: ReactNode;
  history: ReactNode;
};

const { person: words } = peopleWords;

/** One person: what they need high up, then their cases, and everything known at the side. */
export function PersonPage({ id, go, cases, education, history }: PersonPageProps) {
  const person = useOffice("people.view", { id });
  useEditKey(id, go);
  if (person.error) throw person.error;
  const view = person.data;
  return (
    <Page
      title={view ? <span dir="auto">{withoutMarks(view.name)}</span> : ""}
      aside={view ? labels.personKind[view.form.kind] : null}
      width="full"
      actions={view ? <Actions view={view} go={go} /> : null}
    >
      {view ? (
        <Body view={view} cases={cases} education={education} history={history} />
      ) : (
        <Skeleton label={words.loading} shape="form" />
      )}
    </Page>
  );
}

function useEditKey(id: Id, go: (href: string) => void): void {
  const list = useMemo<Shortcut[]>(() => {
    const run = () => go(`/people/${id}/edit`);
    return [{ id: "edit-person", label: words.editKey, keys: "E", run }];
  }, [id, go]);
  useShortcuts(list);
}

function Actions({ view, go }: { view: PersonView; go: (href: string) => void }) {
  return (
    <>
      <Button icon={Pencil} onPress={() => go(`/people/${view.id}/edit`)}>
        {words.edit}
      </Button>
      {view.form.kind === "patient" ? (
        <Button icon={FolderPlus} onPress={() => go(`/cases/new?patient=${view.id}`)}>
          {words.openCase}
        </Button>
      ) : null}
    </>
  );
}

type BodyProps = Pick<PersonPageProps, "cases" | "education" | "history"> & { view: PersonView };

function Body({ view, cases, education, history }: BodyProps) {
  return (
    <div className={styles.page}>
      <NeedsBanner form={view.form} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Section title={words.cases}>{cases}</Section>
          {education}
          {view.stays.length > 0 ? (
            <Section title={words.stays}>
              <StayList stays={view.stays} />
            </Section>
          ) : null}
          {view.coverage.length > 0 ? (
            <Section title={words.coverage}>
              <CoverageList coverage={view.coverage} />
            </Section>
          ) : null}
          <Section title={words.history}>{history}</Section>
        </div>
        <div className={styles.side}>
          <Section title={words.facts}>
            <PersonFacts view={view} />
          </Section>
        </div>
      </div>
    </div>
  );
}

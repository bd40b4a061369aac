import { Button } from "../../../design/buttons/Button";
import { Page } from "../../../design/layout/Page";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { dropTopics } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { OpenCaseForm } from "./OpenCaseForm";

const words = casesWords.open;

export type OpenCasePageProps = {
  /** Whom it is about, when the page was reached from a person. */
  patient: Id | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** A new case, from first word to its number. */
export function OpenCasePage({ patient, go, tellDone }: OpenCasePageProps) {
  const status = useOffice("security.status", null);
  const person = useOffice("people.view", { id: patient ?? "" }, { enabled: patient !== null });
  const error = status.error ?? person.error;
  const isReady = status.data !== undefined && (patient === null || person.data !== undefined);
  return (
    <Page title={words.title} lead={words.lead} width="form">
      {error ? (
        <Banner
          tone="late"
          title={words.failed}
          action={
            <Button onPress={() => dropTopics(["security", "people"])}>
              {casesWords.page.again}
            </Button>
          }
        >
          {error.message}
        </Banner>
      ) : null}
      {!isReady && !error ? <Skeleton label={words.loading} shape="form" count={6} /> : null}
      {isReady ? (
        <OpenCaseForm
          key={patient ?? ""}
          now={status.data.now}
          patient={person.data ? { id: person.data.id, label: person.data.name } : null}
          go={go}
          tellDone={tellDone}
        />
      ) : null}
    </Page>
  );
}

import { type ReactNode, useMemo } from "react";
import { useShortcuts } from "../../../design/keys";
import { Page } from "../../../design/layout/Page";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import type { CaseView, Id, PreviewCase } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { CaseDialogs } from "../change/CaseDialogs";
import styles from "./Case.module.css";
import { CaseActions } from "./CaseActions";
import { CaseBody } from "./CaseBody";
import { CaseAside } from "./CaseHead";
import { SidePanel } from "./SidePanel";

const words = casesWords.page;

/** What other features show on a case's page. */
export type CaseSlots = {
  /** Beside the kind: what else could it be? */
  besideKind: ReactNode;
  notice: ReactNode;
  decision: ReactNode;
  strip: ReactNode;
  addContact: ReactNode;
  timeline: ReactNode;
  clocks: ReactNode;
  education: ReactNode;
  history: ReactNode;
  /** What other facts would do to the clocks, told while the case is edited. */
  clockChanges: (facts: PreviewCase) => ReactNode;
};

export type CasePageProps = CaseSlots & {
  id: Id;
  /** What stands after "#" in the address: the dialog or panel that is open. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** One case: who it is about, what they want, what was done, and what is due. */
export function CasePage(props: CasePageProps) {
  const view = useOffice("cases.view", { id: props.id });
  if (view.data) return <ReadCase {...props} view={view.data} />;
  if (view.error) throw view.error;
  return (
    <div className={styles.loading}>
      <Skeleton label={words.loading} shape="form" count={5} />
    </div>
  );
}

function ReadCase({ view, ...props }: CasePageProps & { view: CaseView }) {
  const { id, section, go, tellDone, history, clockChanges } = props;
  useCaseKeys(id, go);
  const onClose = () => go(`/cases/${id}`);
  return (
    <Page
      title={<bdi>{view.patientName === "" ? words.nobody : view.patientName}</bdi>}
      aside={<CaseAside view={view} besideKind={props.besideKind} />}
      actions={<CaseActions view={view} go={go} tellDone={tellDone} />}
    >
      <CaseBody view={view} {...props} />
      <CaseDialogs
        view={view}
        section={section}
        onClose={onClose}
        tellDone={tellDone}
        clockChanges={clockChanges}
      />
      {section === "history" ? (
        <SidePanel title={words.historyTitle} onClose={onClose}>
          {history}
        </SidePanel>
      ) : null}
    </Page>
  );
}

function useCaseKeys(id: Id, go: (href: string) => void): void {
  const shortcuts = useMemo(
    () => [
      {
        id: "case.edit",
        label: words.edit,
        keys: "E",
        group: words.group,
        run: () => go(`/cases/${id}#edit`),
      },
      {
        id: "case.history",
        label: words.historyTitle,
        keys: "H",
        group: words.group,
        run: () => go(`/cases/${id}#history`),
      },
    ],
    [id, go],
  );
  useShortcuts(shortcuts);
}

import { useMemo } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { Page } from "../../../design/layout/Page";
import { EmptyState } from "../../../design/telling/EmptyState";
import { useOffice } from "../../../ipc/answers";
import type { Handing, LeafletName } from "../../../ipc/contract";
import { paperWords as words } from "../../../words/education/paper";
import { readStack, writeStack } from "../stack";
import { LeaveButtons } from "./LeaveButtons";
import styles from "./Paper.module.css";
import { PaperChoices } from "./PaperChoices";
import { Preview } from "./Preview";
import { SavedNote } from "./SavedNote";
import { StackList } from "./StackList";
import type { PaperSearch } from "./search";
import { useLeaving } from "./useLeaving";

export type PaperPageProps = {
  search: PaperSearch;
  onSearch: (next: PaperSearch) => void;
  go: (href: string) => void;
};

/** One leaflet or several, before they are paper: seen, then printed or saved. */
export function PaperPage(props: PaperPageProps) {
  const stack = useMemo(() => readStack(props.search.stack), [props.search.stack]);
  if (stack.length > 0) return <Chosen {...props} stack={stack} />;
  return (
    <Page title={words.title}>
      <EmptyState sentence={words.empty} action={<Link href="/education">{words.choose}</Link>} />
    </Page>
  );
}

function Chosen({ search, onSearch, go, stack }: PaperPageProps & { stack: LeafletName[] }) {
  const ours = useOffice("security.status", null).data?.office?.paper ?? "letter";
  const rows = useOffice("education.library", null).data?.rows ?? [];
  const paper = search.paper ?? ours;
  const size = search.size ?? "12";
  const handing: Handing = { leaflets: stack, sheet: null, paper, size };
  const leaving = useLeaving(handing);
  const inLibrary = `/education?stack=${encodeURIComponent(writeStack(stack))}`;
  return (
    <Page
      title={words.title}
      aside={<BackLink stack={stack} inLibrary={inLibrary} />}
      actions={
        <>
          <Button onPress={() => go(`${inLibrary}#hand-out`)}>{words.give}</Button>
          <LeaveButtons leaving={leaving} />
        </>
      }
    >
      <div className={styles.page} data-alone={stack.length === 1 || undefined}>
        <div className={styles.beside}>
          <PaperChoices
            paper={paper}
            size={size}
            onChange={(by) => onSearch({ ...search, ...by })}
          />
          {stack.length > 1 ? (
            <StackList
              stack={stack}
              rows={rows}
              onStack={(next) => onSearch({ ...search, stack: writeStack(next) })}
            />
          ) : null}
        </div>
        <div className={styles.sheets}>
          <SavedNote saved={leaving.saved} />
          <Preview handing={handing} />
        </div>
      </div>
    </Page>
  );
}

function BackLink({ stack, inLibrary }: { stack: LeafletName[]; inLibrary: string }) {
  const [first, ...others] = stack;
  const isOne = first !== undefined && others.length === 0;
  return (
    <Link href={isOne ? `/education/${first.key}?lang=${first.language}` : inLibrary}>
      {isOne ? words.back : words.backToAll}
    </Link>
  );
}

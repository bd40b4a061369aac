import { Page } from "../../../design/layout/Page";
import { Tabs } from "../../../design/layout/Tabs";
import type { Id } from "../../../ipc/contract";
import { setupWords as words } from "../../../words/education/setup";
import { NumbersPart } from "./NumbersPart";
import type { SetupSearch } from "./search";
import { WhoPart } from "./WhoPart";

export type SetupPageProps = {
  search: SetupSearch;
  onSearch: (next: SetupSearch) => void;
  /** What stands after "#" in the address. */
  section: string | null;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Filled in and confirmed once, for every leaflet. */
export function SetupPage({ search, onSearch, section, go, tellDone }: SetupPageProps) {
  return (
    <Page title={words.title} lead={words.lead} width="reading">
      <Tabs
        label={words.title}
        selected={search.part ?? "who"}
        onSelect={(id) => onSearch(id === "numbers" ? { part: "numbers" } : {})}
        tabs={[
          {
            id: "who",
            label: words.parts.who,
            content: <WhoPart section={section} go={go} tellDone={tellDone} />,
          },
          {
            id: "numbers",
            label: words.parts.numbers,
            content: <NumbersPart tellDone={tellDone} />,
          },
        ]}
      />
    </Page>
  );
}

import { Ellipsis } from "lucide-react";
import { IconButton } from "../../../design/buttons/IconButton";
import { Link } from "../../../design/buttons/Link";
import { Section } from "../../../design/layout/Section";
import { Menu } from "../../../design/overlays/Menu";
import { useAction } from "../../../ipc/cache";
import type { CaseParty, CaseView, Id } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import styles from "./Case.module.css";
import { partyWords } from "./partyWords";

const words = casesWords.people;
const TELLING = "telling";

type PeoplePanelProps = {
  view: CaseView;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Who has a part in the case, and whether they may be told about it. */
export function PeoplePanel({ view, go, tellDone }: PeoplePanelProps) {
  return (
    <Section
      title={words.title}
      action={
        <Link href={`/cases/${view.id}#person`} aria-label={words.addNamed}>
          {words.add}
        </Link>
      }
    >
      {view.parties.length === 0 ? <p className={styles.quiet}>{words.empty}</p> : null}
      <ul className={styles.rows}>
        {view.parties.map((party) => (
          <Party key={party.id} party={party} caseId={view.id} go={go} tellDone={tellDone} />
        ))}
      </ul>
    </Section>
  );
}

type PartyProps = Omit<PeoplePanelProps, "view"> & { party: CaseParty; caseId: Id };

function Party({ party, caseId, go, tellDone }: PartyProps) {
  const change = useAction("cases.add_party");
  const { person, role, relation, mayBeTold, name } = party;
  const told = mayBeTold ? words.stopTelling : words.startTelling;
  const turnTelling = () =>
    change.mutate(
      { case: caseId, person, role, relation, mayBeTold: !mayBeTold },
      {
        onSuccess: ({ entry }) => tellDone(words.toldDone(name, !mayBeTold), entry),
        onError: ({ message }) => tellDone(message, null),
      },
    );
  const entries = [
    { id: `/people/${person}`, label: words.see },
    ...(role === "patient" ? [] : [{ id: TELLING, label: told }]),
    { id: `/cases/${caseId}#remove-${party.id}`, label: words.remove, isDanger: true },
  ];
  return (
    <li className={styles.row}>
      <Link tone="row" href={`/people/${party.person}`}>
        <bdi>{party.name}</bdi>
      </Link>
      <span className={styles.rowEnd}>
        <span>{partyWords(party)}</span>
        <Menu
          trigger={<IconButton label={words.menu(party.name)} icon={Ellipsis} />}
          label={words.menu(party.name)}
          entries={entries}
          onChoose={(id) => (id === TELLING ? turnTelling() : go(id))}
          placement="bottom end"
        />
      </span>
    </li>
  );
}

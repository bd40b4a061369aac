import { Button } from "../../../design/buttons/Button";
import { Badge } from "../../../design/marks/Badge";
import { DueChip } from "../../../design/marks/DueChip";
import { tell } from "../../../design/overlays/Toast";
import { useAction } from "../../../ipc/cache";
import type { Id, LimitEntry } from "../../../ipc/contract";
import { toOfficeError } from "../../../ipc/errors";
import { setupWords } from "../../../words/education/setup";
import { useFormat } from "../../../words/shown/useFormat";
import { titlesOnce } from "./numbers";
import styles from "./Setup.module.css";

const words = setupWords.numbers;

type LimitRowProps = {
  limit: LimitEntry;
  tellDone: (words: string, entry: Id | null) => void;
};

/** One figure of law: what it is, since when it counts, where it is written, and whether it holds. */
export function LimitRow({ limit, tellDone }: LimitRowProps) {
  const { figure, name, from, authority, rule, published, confirmedBy, usedIn } = limit;
  const isOpen = !published && confirmedBy === null;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.figure}>
          <span className={styles.name}>{figure}</span>
          {isOpen ? <Badge tone="soon">{setupWords.unverified}</Badge> : null}
          <ConfirmedMark limit={limit} />
        </p>
        <p>{name}</p>
        <p className={styles.quiet}>
          {words.from(from)} {authority}. {rule}
        </p>
        {usedIn.length > 0 ? (
          <p className={styles.quiet}>{words.usedIn(titlesOnce(usedIn))}</p>
        ) : null}
      </div>
      {published ? null : <Answer limit={limit} tellDone={tellDone} />}
    </li>
  );
}

function ConfirmedMark({ limit: { confirmedBy, confirmedOn } }: Pick<LimitRowProps, "limit">) {
  const format = useFormat();
  if (confirmedBy === null) return null;
  const day = confirmedOn === null ? "" : format.date(confirmedOn.slice(0, 10));
  return <DueChip shape="met">{words.confirmedBy(confirmedBy, day)}</DueChip>;
}

function Answer({ limit, tellDone }: LimitRowProps) {
  const confirm = useAction("education.confirm_limit");
  const { rule, figure, name, confirmedBy } = limit;
  const confirmed = confirmedBy === null;
  const answer = () =>
    void confirm
      .mutateAsync({ rule, figure, confirmed })
      .then(({ entry }) =>
        tellDone(confirmed ? words.confirmedDone(figure) : words.takenBack(figure), entry),
      )
      .catch((thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" }));
  return (
    <div className={styles.side}>
      <Button
        size="small"
        isPending={confirm.isPending}
        aria-label={
          confirmed ? words.confirmLabel(figure, name) : words.takeBackLabel(figure, name)
        }
        onPress={answer}
      >
        {confirmed ? words.confirm : words.takeBack}
      </Button>
    </div>
  );
}
